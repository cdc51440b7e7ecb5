receipt-signed = Our server has also signed that it received your ballot. Keep that file, too: if your ballot were missing from the record, code and file together would show it.
receipt-signed-file = Download the signed receipt
receipt-look-up-open = Check that your vote is in the record
receipt-number = Your number on the roll
receipt-no-number = No ballot in the record belongs to this number.
receipt-yours = You are number { $number } on the roll of this vote.
receipt-proves-root = With the proof anybody can check, offline, that this ballot is in the record with this root. So compare the root with what your neighbours see: then you all have one record.
receipt-proves-signed = The signed receipt shows that our server received a ballot, not what happened to it afterwards. Only together with the record does it show whether the ballot was counted.
proof-title = The proof that it is in the record
proof-place = It is ballot { $place } of { $size } in the record.
proof-leaf = Fingerprint of this ballot
proof-root = Root of all ballots
proof-check = The proof is a small file. It can be checked without the rest of the record:
proof-file = Download the proof
ballot-signed-receipt = Download a signed receipt of this vote
recount-root = Root of the ballots, to check a receipt with:
recount-schema = What stands in the file, field by field
signing-title = Your signing key
signing-lead = As teller you sign the result of a vote with a key of your own. So everybody sees that you saw the count, too. You make the key here. Its code is shown once: copy it out and keep it in a safe place.
signing-public = Our server keeps the public half of the key only. That half, and when you made it, stand in the public log. When you sign, your name stands beside the record, and stays there.
signing-make = Make my signing key
signing-replace = Make a new key
signing-replace-lead = Did you lose the code, or did somebody see it? Then make a new key. What you signed before stays signed with the old one.
signing-made = Your key is made. This is its code. It stands nowhere else and won't be shown again.
signing-keep = Copy the code out now. Whoever has it can sign in your name. You need it each time you sign a result.
signing-key = Your public key
signing-key-hint = Everybody may see this. Show it to people who ask: so they know that the key in the record is yours.
signing-ways-title = How to sign
signing-way-page = On the page of the vote you type your code. That is easy, but then you trust our server with your code for that moment: a server that isn't honest could keep it and sign with it.
signing-way-own = Or download the record and sign it on your own computer, with the program. It counts again first. Your code then never comes to our server.
sign-button = Sign the result as teller
sign-title = Sign the result: { $title }
sign-lead = By signing you say: I was teller, and this is the record that I saw. So look at the result first, or count it again.
sign-hash = Fingerprint of the record: { $hash }
sign-code = Your signing code
sign-code-hint = You trust our server with your code for this moment. If you would rather not, leave this empty and sign on your own computer.
sign-signature = Or a signature that you made yourself
sign-signature-hint = What this prints: translokaal sign record.json
done-record-signed = Your signature stands beside the record.
signed-title = Signed by tellers
signed-way =
    { $way ->
        [typed] signed by typing the code into our page
       *[handed_in] signed on a computer of her own
    }
signed-means = Such a signature says that somebody with this key signed this record. That the key belongs to this teller stands in our log; ask her whether it is so. Who typed the code into our page trusted our server with it.
event-teller-key-made = Has a new key to sign results with as teller: { $key }
event-record-signed =
    { $way ->
        [typed] Signed by a teller, with the code typed into our page, under the key { $key }
       *[handed_in] Signed by a teller, with a signature made elsewhere, under the key { $key }
    }
refusal-teller-no-result = There is no result to sign yet.
refusal-teller-not-in-office = Only who was teller when the vote closed ({ $at }) can sign this result.
refusal-teller-stood = You were a candidate in this vote yourself. Another teller signs.
refusal-teller-not-by-name = No namesake of this teller stands on the ballot paper.
refusal-teller-no-key = You have no signing key yet. Make one on your own page.
refusal-teller-mistyped = Something in this code is mistyped. A signing code has 28 letters and digits, in seven groups of four.
refusal-teller-another-key = This code doesn't belong to your present key.
refusal-teller-another-record = This is no signature of your key under this record. Copy it whole, and take the record from this page.
refusal-teller-nothing = Type your signing code, or paste a signature.
adopt-smallest-group = Smallest group in a secret vote
adopt-smallest-group-hint = If fewer people than this vote in secret, only the outcome is published. The numbers stay with the secretary and the tellers.
charter-smallest-group = If fewer than { $n } people take part in a secret vote, only its outcome is published.
small-vote = Note: only { $voters } can vote here. However secret the vote is, the outcome may tell who voted what. If fewer than { $smallest } take part, we publish the outcome only. Think about voting on paper.
small-body =
    { $body ->
        [council] Note: at the moment { $voters } can vote in the council. A secret vote with fewer than { $smallest } soon tells who voted what; then only the outcome is published.
       *[assembly] Note: at the moment { $voters } can vote in the assembly. A secret vote with fewer than { $smallest } soon tells who voted what; then only the outcome is published.
    }
withheld-why = The numbers are not published, because few people took part in a secret vote.
withheld-note = So few people took part in this secret vote that the numbers would tell who voted what. So you read the outcome only. The secretary and the tellers can count it again, and the tellers sign it.
withheld-record = The record holds all ballots. Because few people took part it can only be read by the secretary and the tellers, who can count it again. Its fingerprint stands here, so that it can't be changed unseen.
error-withheld = This record isn't for everybody to read
error-withheld-why = Few people took part in this secret vote, and the record would tell who voted what. The secretary and the tellers can count it again. Its fingerprint: { $hash }
secrecy-few = When few people take part
secrecy-few-text = If fewer people take part than the charter names as the smallest group, we publish the outcome only. The numbers and the ballots stay with the secretary and the tellers, who can count again. The outcome itself may still tell something. That is why we warn beforehand.
