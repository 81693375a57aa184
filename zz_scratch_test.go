package funding
import ("testing";"os";"bufio";"fmt";"encoding/json")
func TestZZRec(t *testing.T){
 f,err:=os.Open("../shared/eval/money/recognizers-en.jsonl"); if err!=nil{t.Skip()}
 sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<20)
 n,ok:=0,0
 for sc.Scan(){
  var c struct{ID,Text string; Money []struct{Start,End int; Value,Currency string; Loose bool}}
  json.Unmarshal(sc.Bytes(),&c)
  got:=Parse(c.Text).Money
  bad:=false
  for _,g:=range c.Money{ if g.Loose{continue}; n++
   hit:=false
   for _,m:=range got{ if m.Refused==""&&m.Start==g.Start&&m.End==g.End&&m.Value.String()==g.Value&&m.Currency==g.Currency{hit=true}}
   if hit{ok++}else{bad=true}}
  cnt:=0; for _,m:=range got{ if m.Refused==""{cnt++}}
  if cnt!=len(c.Money){bad=true}
  if bad{ fmt.Printf("%s %.120q want %v\n",c.ID,c.Text,c.Money); for _,m:=range got{fmt.Printf("    %q %v %v %q\n",m.In(c.Text),m.Money,m.Span,m.Refused)}}
 }
 fmt.Println(ok,n)
}
func TestZZForms(t *testing.T){
 f,err:=os.Open("/tmp/forms.txt"); if err!=nil{t.Skip()}
 sc:=bufio.NewScanner(f)
 for sc.Scan(){ s:=sc.Text(); m,err:=ParseMoney(s); e:=""; if err!=nil{e=err.(*ParseError).Reason}
  tx:="They say that it was "+s+" last year."
  fmt.Printf("%-40s %s %s |", s, moneyText(m), e)
  for _,m:=range Parse(tx).Money{fmt.Printf(" [%s]=%s %s;",m.In(tx),moneyText(m.Money),m.Refused)}
  fmt.Println()
 }
}
func TestZZDates(t *testing.T){
 f,err:=os.Open("/tmp/dates.txt"); if err!=nil{t.Skip()}
 sc:=bufio.NewScanner(f)
 for sc.Scan(){ s:=sc.Text()
  tx:="They moved "+s+" to a larger office."
  fmt.Printf("%-40s |", s)
  for _,m:=range (Parser{Published:Date{2021,4,14,0}}).Parse(tx).Dates{fmt.Printf(" [%s]=%s;",m.In(tx),m.Date)}
  fmt.Println()
 }
}
