// The page of the playground: input in, result of the library out. What is typed or
// dropped is given to WebAssembly in this page and to nothing else.
(async () => {
	"use strict";
	const $ = (id) => document.getElementById(id);
	const [text, published, state, result, output, json] = ["text", "published", "state", "result", "output", "json"].map($);

	// An article has some kilobytes. Reading takes about a second for a megabyte, and the page stands still meanwhile.
	const longest = 1 << 20;
	const pause = 150; // milliseconds without a key before the text is read

	const say = (message, wrong) => {
		state.textContent = message;
		state.classList.toggle("wrong", Boolean(wrong));
	};

	const clear = () => {
		result.replaceChildren();
		json.textContent = "";
		output.hidden = true;
	};

	const read = () => {
		$("copied").textContent = "";
		if (text.value.trim() === "") {
			clear();
			say("Waiting for an article.");
			return;
		}
		if (text.value.length > longest) {
			clear();
			say("That is more than a megabyte; articles are shorter. The command line takes 16.", true);
			return;
		}
		const r = window.funding.parse(text.value, published.value);
		if (r.error) {
			clear();
			say(r.error, true);
			return;
		}
		// The markup is made by html/template, which escapes all that comes from the article.
		result.innerHTML = r.html;
		json.textContent = r.json;
		output.hidden = false;
		say(`${r.rounds === 0 ? "No rounds" : r.rounds === 1 ? "1 round" : r.rounds + " rounds"}, read in ${r.milliseconds.toFixed(1)} ms`);
	};

	let waiting;
	const soon = () => {
		clearTimeout(waiting);
		waiting = setTimeout(read, pause);
	};

	const show = (value, date) => {
		text.value = value;
		if (date && /^\d{4}-\d\d-\d\d$/.test(date)) published.value = date;
		read();
	};

	const open = async (file) => {
		if (/\.x?html?$/i.test(file.name) || file.type === "text/html") {
			say("That is a saved web page. Its text can be pasted here; the command in examples/parse/web reads the page itself.", true);
			return;
		}
		if (file.size > 4 * longest) {
			say("That file is too large for an article.", true);
			return;
		}
		const content = await file.text();
		if (content.includes("\0")) {
			say("That file is no text.", true);
			return;
		}
		if (/\.(md|markdown)$/i.test(file.name)) {
			const a = window.funding.markdown(content);
			show(a.text, a.published);
		} else {
			show(content);
		}
	};

	const go = new window.Go();
	try {
		const { instance } = await WebAssembly.instantiateStreaming(fetch("funding.wasm"), go.importObject);
		go.run(instance); // does not return while the page lives
	} catch (e) {
		say(`The library could not be loaded: ${e.message}`, true);
		return;
	}

	// The first reading sets up tables, which takes longer than an article does.
	window.funding.parse("Lumen Robotics raised $12 million in a Series A round led by Harbor Capital.", "");

	text.addEventListener("input", soon);
	published.addEventListener("input", soon);
	$("input").addEventListener("submit", (e) => e.preventDefault());
	$("clear").addEventListener("click", () => {
		published.value = "";
		show("");
		text.focus();
	});
	$("sample").addEventListener("click", async () => {
		try {
			const r = await fetch("sample.txt");
			if (!r.ok) throw new Error(r.statusText);
			show(await r.text());
		} catch (e) {
			say(`The example could not be loaded: ${e.message}`, true);
		}
	});
	$("file").addEventListener("change", (e) => {
		if (e.target.files.length > 0) open(e.target.files[0]);
		e.target.value = ""; // so that the same file may be opened again
	});
	$("copy").addEventListener("click", async () => {
		try {
			await navigator.clipboard.writeText(json.textContent);
			$("copied").textContent = "Copied.";
		} catch {
			getSelection().selectAllChildren(json);
			$("copied").textContent = "This browser does not let the page copy; the JSON is selected instead.";
		}
	});

	const carries = (e) => e.dataTransfer && Array.from(e.dataTransfer.types).some((t) => t === "Files" || t === "text/plain");
	document.addEventListener("dragover", (e) => {
		if (!carries(e)) return;
		e.preventDefault();
		document.body.classList.add("dropping");
	});
	for (const over of ["dragleave", "drop"]) document.addEventListener(over, () => document.body.classList.remove("dropping"));
	document.addEventListener("drop", (e) => {
		if (!carries(e)) return;
		e.preventDefault();
		if (e.dataTransfer.files.length > 0) open(e.dataTransfer.files[0]);
		else show(e.dataTransfer.getData("text/plain"));
	});
	read(); // what the browser kept in the field over a reload
})();
