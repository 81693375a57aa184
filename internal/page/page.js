// A field and the words it came from light up together. All links work without this
// script. It listens at the document, so that articles may be put in later.
(() => {
	"use strict";
	let lit = [];

	const idsOf = (element) => {
		if (!(element instanceof Element)) return [];
		const one = element.closest("[data-of], .field");
		if (one) return one.dataset.of ? one.dataset.of.split(" ") : [one.id];
		const round = element.closest(".round");
		return round ? Array.from(round.querySelectorAll(".field"), (f) => f.id) : [];
	};

	const light = (ids) => {
		for (const e of lit) e.classList.remove("lit");
		lit = [];
		for (const id of ids) {
			lit.push(...document.querySelectorAll(`[id="${id}"], [data-of~="${id}"]`));
		}
		for (const e of lit) e.classList.add("lit");
	};

	document.addEventListener("mouseover", (e) => {
		const ids = idsOf(e.target);
		light(ids.length ? ids : idsOf(document.activeElement));
	});
	document.addEventListener("focusin", (e) => light(idsOf(e.target)));
	document.addEventListener("focusout", () => light([]));
	document.documentElement.addEventListener("mouseleave", () => light(idsOf(document.activeElement)));
})();
