/** Made by scripts/emoji-rows.ts. A line: the emoji, its group, its name, the words it is found by. */
export const emojiRows = `😀	0	חיוך רחב	חיוך|מחייך|פרצוף|שמח|grinning face|cheerful|cheery|face|grin|grinning|happy|laugh|nice|smile|smiling|teeth
😃	0	פרצוף עם חיוך רחב ועיניים גדולות	חיוך|פה מחייך|פנים מחייכות|פרצוף שמח|grinning face with big eyes|awesome|big|eyes|face|grin|grinning|happy|mouth|open|smile|smiling|teeth|yay
😄	0	פרצוף מחייך עם פה פתוח ועיניים מחייכות	חחח|חיוך|פנים מחייכות|צוחק|שמח|grinning face with smiling eyes|eye|eyes|face|grin|grinning|happy|laugh|lol|mouth|open|smile|smiling
😁	0	פרצוף זורח עם עיניים מחייכות	זורח|חיוך|מרוצה|עיניים|פנים מחייכות|פרצוף|beaming face with smiling eyes|beaming|eye|eyes|face|grin|grinning|happy|nice|smile|smiling|teeth
😆	0	פרצוף מחייך בפה פתוח ועיניים עצומות	חחח|חיוך|מחייך|עיניים עצומות|פרצוף מחייך|צוחק|צחוק|grinning squinting face|closed|eyes|face|grinning|haha|hahaha|happy|laugh|lol|mouth|open|rofl|smile|smiling|squinting
😅	0	פרצוף מחייך עם טיפת זיעה	זיעה|טיפת זיעה|מחייך|מתוח|פרצוף מחייך|grinning face with sweat|cold|dejected|excited|face|grinning|mouth|nervous|open|smile|smiling|stress|stressed|sweat
🤣	0	מתגלגל על הרצפה מרוב צחוק	בוכה|דמעות|חחח|מצחיק|מתגלגל|מתפקע מצחוק|פרצוף|צוחק|צחוק|rolling on the floor laughing|crying|face|floor|funny|haha|happy|hehe|hilarious|joy|laugh|lmao|lol|rofl|roflmao|rolling|tear
😂	0	פרצוף עם דמעות שמחה	LOL|דמעות|חחח|מצחיק|מתפקע מצחוק|פרצוף|צחוק|שמח|שמחה|face with tears of joy|crying|face|feels|funny|haha|happy|hehe|hilarious|joy|laugh|lmao|lol|rofl|roflmao|tear
🙂	0	פרצוף עם חיוך קטן	חיוך|נחמד|פנים מחייכות|פרצוף|פרצוף עם חיוך קל|slightly smiling face|face|happy|slightly|smile|smiling
🙃	0	פרצוף הפוך	הפוך|פרצוף|פרצוף הפוך מחייך|upside-down face|face|hehe|smile|upside-down
🫠	0	פרצוף נמס	איזה חום|חם|מזיע|מתמוסס|נוזל|נמס|נעלם|melting face|disappear|dissolve|embarrassed|face|haha|heat|hot|liquid|lol|melt|melting|sarcasm|sarcastic
😉	0	פרצוף קורץ	פרצוף|קורץ|קריצה|winking face|face|flirt|heartbreaker|sexy|slide|tease|wink|winking|winks
😊	0	פרצוף מחייך עם עיניים מחייכות	חיוך|מסמיק|נבוך|שמח|smiling face with smiling eyes|blush|eye|eyes|face|glad|satisfied|smile|smiling
😇	0	פרצוף מחייך עם הילת מלאך	מחייך|מלאך|פני מלאך|פרצוף|תמים|smiling face with halo|angel|angelic|angels|blessed|face|fairy|fairytale|fantasy|halo|happy|innocent|peaceful|smile|smiling|spirit|tale
🥰	0	פרצוף מחייך עם לבבות	הערצה|לבבות|לבבות מסביב לפרצוף מחייך|מאוהב|מעריץ|מת עליך|smiling face with hearts|3|adore|crush|face|heart|hearts|ily|love|romance|smile|smiling|you
😍	0	פרצוף מחייך עם עיני לבבות	אהבה|חולה עליך|חיוך|לבבות|מאוהב|מחייך|עיניים|פרצוף|smiling face with heart-eyes|143|bae|eye|face|feels|heart-eyes|hearts|ily|kisses|love|romance|romantic|smile|xoxo
🤩	0	פרצוף עם עיני כוכבים	ואו|כוכבים|להט״ב|מחייך|נלהב|עיניים|פרצוף|שמח|star-struck|excited|eyes|face|grinning|smile|star|starry-eyed|wow
😘	0	פרצוף מפריח נשיקה	מנשק|נשיקה|פרצוף|face blowing a kiss|adorbs|bae|blowing|face|flirt|heart|ily|kiss|love|lover|miss|muah|romantic|smooch|xoxo|you
😗	0	פרצוף מנשק	אהבה|מנשק|נשיקה|פוצי מוצי|פרצוף|kissing face|143|date|dating|face|flirt|ily|kiss|love|smooch|smooches|xoxo|you
☺️	0	פרצוף מחייך	חיוך|מחייך|מסופק|פרצוף|רגוע|smiling face|face|happy|outlined|relaxed|smile|smiling
😚	0	פרצוף מנשק עם עיניים סגורות	אוהב|מנשק|נשיקה|נשיקה עם עיניים סגורות|סגורות|עיניים|פרצוף|kissing face with closed eyes|143|bae|blush|closed|date|dating|eye|eyes|face|flirt|ily|kisses|kissing|smooches|xoxo
😙	0	פרצוף מנשק עם עיניים מחייכות	אהבה|אוהב|אוהבת|חיוך|מנשק|נשיקה עם עיניים מחייכות|עיניים|פרצוף|kissing face with smiling eyes|143|closed|date|dating|eye|eyes|face|flirt|ily|kiss|kisses|kissing|love|night|smile|smiling
🥲	0	פרצוף מחייך עם דמעה	גאווה|דומע|דמעה|חיוך עם דמעה|מחייך|מרגש|מתרגש|smiling face with tear|face|glad|grateful|happy|joy|pain|proud|relieved|smile|smiley|smiling|tear|touched
😋	0	פרצוף של הנאה מאוכל טעים	אוכל טעים|טעים|יאמי|מוציא לשון|מחייך|face savoring food|delicious|eat|face|food|full|hungry|savor|smile|smiling|tasty|um|yum|yummy
😛	0	פרצוף מוציא לשון	דווקא|לשון|מחייך|משרבב לשון|פרצוף|face with tongue|awesome|cool|face|nice|party|stuck-out|sweet|tongue
😜	0	פרצוף מוציא לשון וקורץ	לשון|מחייך|פרצוף|קורץ|שובב|winking face with tongue|crazy|epic|eye|face|funny|joke|loopy|nutty|party|stuck-out|tongue|wacky|weirdo|wink|winking|yolo
🤪	0	פרצוף משוגע	מוזר|משוגע|עין|עיניים|פסיכי|zany face|crazy|eye|eyes|face|goofy|large|small|zany
😝	0	פרצוף מוציא לשון ועוצם עיניים בחוזקה	לועג|לשון|מגעיל|מוציא לשון|מחייך|עיניים עצומות|פרצוף|squinting face with tongue|closed|eye|eyes|face|gross|horrible|omg|squinting|stuck-out|taste|tongue|whatever|yolo
🤑	0	פרצוף עם סימני דולר בעיניים ובלשון	דולר|כסף|לשון|משכורת|סימני דולר|פרצוף|תאב בצע|money-mouth face|face|money|money-mouth|mouth|paid
🤗	0	פרצוף מחבק	חיבוק|ידיים|מחייך|פרצוף|smiling face with open hands|face|hands|hug|hugging|open|smiling
🤭	0	פרצוף עם יד על הפה	אוי|אופס|טעות|face with hand over mouth|face|giggle|giggling|hand|mouth|oops|realization|secret|shock|sudden|surprise|whoops
🫢	0	פרצוף עם יד על הפה ועיניים פעורות	omg|הפתעה|חוסר אמון|חרדה|יראה|מביך|מפחד|פרצוף המום|שוק|תדהמה|face with open eyes and hand over mouth|amazement|awe|disbelief|embarrass|eyes|face|gasp|hand|mouth|open|over|quiet|scared|shock|surprise
🫣	0	פרצוף מציץ עם יד על העיניים	בושה|הצצה|מתבייש|נבוך|פרצוף מסמיק|שקוע במשהו|face with peeking eye|captivated|embarrass|eye|face|hide|hiding|peek|peeking|peep|scared|shy|stare
🤫	0	פרצוף עושה סימן לשקט	הס|סוד|שקט|ששש|shushing face|face|quiet|shh|shush|shushing
🤔	0	פרצוף חושב	חושב|מהרהר|פרצוף|תוהה|thinking face|chin|consider|face|hmm|ponder|pondering|thinking|wondering
🫡	0	פרצוף מצדיע	בהצלחה|דרך צלחה|הצדעה|חם כאן|כן המפקד/ת|צבא|saluting face|face|good|luck|ma’am|ok|respect|salute|saluting|sir|troops|yes
🤐	0	פרצוף עם פה סגור ברוכסן	אין מילים|לשתוק|סגור|פה|פרצוף|רוכסן|ריצ׳רץ׳|שותק|שקט|zipper-mouth face|face|keep|mouth|quiet|secret|shut|zip|zipper|zipper-mouth
🤨	0	פרצוף עם גבות מורמות	לא מאמין|מטיל ספק|ספקן|פקפקן|פרצוף|face with raised eyebrow|disapproval|disbelief|distrust|emoji|eyebrow|face|hmm|mild|raised|skeptic|skeptical|skepticism|surprise|what
😐️	0	פרצוף חסר הבעה	חסר הבעה|לא מצחיק|לא משנה|פרצוף|neutral face|awkward|blank|deadpan|expressionless|face|fine|jealous|meh|neutral|oh|shade|straight|unamused|unhappy|unimpressed|whatever
😑	0	פרצוף חסר הבעה ועיניים סגורות	חסר הבעה|פרצוף|expressionless face|awkward|dead|expressionless|face|fine|inexpressive|jealous|meh|not|oh|omg|straight|uh|unhappy|unimpressed|whatever
😶	0	פרצוף ללא פה	פה|פרצוף|פרצוף בלי פה|שותק|שקט|face without mouth|awkward|blank|expressionless|face|mouth|mouthless|mute|quiet|secret|silence|silent|speechless
🫥	0	פרצוף עם קו מקווקו	בלתי נראה|דיכאון|מדוכא|מופנם|מחבוא|מסתתר|נחבא אל הכלים|נעלם|פרצוף מיואש|dotted line face|depressed|disappear|dotted|face|hidden|hide|introvert|invisible|line|meh|whatever|wtv
😶‍🌫️	0	פרצוף בעננים	בעננים|בערפל|חולמני|מפוזר|ראש בעננים|face in clouds|absentminded|clouds|face|fog|head
😏	0	פרצוף זחוח	אחלה|בוס|זחוח|משוויץ|סנוב|עף על עצמו|פרצוף|smirking face|boss|dapper|face|flirt|homie|kidding|leer|shade|slick|sly|smirk|smug|snicker|suave|suspicious|swag
😒	0	פרצוף לא מתרשם	לא משועשע|לא מתרשם|פרצוף|פרצוף מקנא|פרצוף משועמם|unamused face|...|bored|face|fine|jealous|jel|jelly|pissed|smh|ugh|uhh|unamused|unhappy|weird|whatever
🙄	0	פרצוף מגלגל עיניים	גלגול עיניים|למעלה|מגלגל|עיניים|פרצוף|face with rolling eyes|eyeroll|eyes|face|rolling|shade|ugh|whatever
😬	0	פרצוף חושף שיניים	חושף שיניים|מבוכה|מוטרד|פרצוף|שיניים|שיניים חשוקות|grimacing face|awk|awkward|dentist|face|grimace|grimacing|grinning|smile|smiling
😮‍💨	0	פרצוף נושף	בלי אוויר|משתנק|משתעל|מתנשם|מתנשף|נושף|נחנק|שיעול|face exhaling|blow|blowing|exhale|exhaling|exhausted|face|gasp|groan|relief|sigh|smiley|smoke|whisper|whistle
🤥	0	פרצוף עם אף פינוקיו	אף ארוך|פינוקיו|שקר|שקרן|lying face|face|liar|lie|lying|pinocchio
🫨	0	פרצוף רועד	מופתע|מטורף|פאניקה|פרצוף|רוטט|רועד|רטט|רעידות|רעידת אדמה|shaking face|crazy|daze|earthquake|face|omg|panic|shaking|shock|surprise|vibrate|whoa|wow
😌	0	פרצוף של אנחת רווחה	הקלה|מחייך|נחת|סיפוק|עיניים|עצומות|רגוע|relieved face|calm|face|peace|relief|relieved|zen
😔	0	פרצוף מהורהר	מאוכזב|מהורהר|עיניים עצומות|עצוב|פרצוף|pensive face|awful|bored|dejected|died|disappointed|face|losing|lost|pensive|sad|sucks
😪	0	פרצוף ישנוני	בוכה|ישנוני|מנוזל|מצונן|עצוב|פרצוף|sleepy face|crying|face|good|night|sad|sleep|sleeping|sleepy|tired
🤤	0	פרצוף מזיל ריר	מזיל|מרייר|פרצוף|ריר|drooling face|drooling|face
😴	0	פרצוף ישן	zzz|ישן|ישנה|לילה טוב|נוחר|עייף|פרצוף|שינה|sleeping face|bed|bedtime|face|good|goodnight|nap|night|sleep|sleeping|tired|whatever|yawn
😷	0	פרצוף עם מסיכת מנתח	זיהום אוויר|חולה|מגיפה|מגפה|מנתח|מסיכה|עשן|קורונה|face with medical mask|cold|dentist|dermatologist|doctor|dr|face|germs|mask|medical|medicine|sick
🤒	0	פרצוף עם מדחום	חולה|חום|מדחום|מדידת חום|פרצוף|face with thermometer|face|ill|sick|thermometer
🤕	0	פרצוף עם תחבושת ראש	חבול|כואב|פצוע|פציעה|פרצוף|תחבושת על הראש|face with head-bandage|bandage|face|head-bandage|hurt|injury|ouch
🤢	0	פרצוף סובל מבחילה	איכסה|בחילה|הקאה|להקיא|מגעיל|פרצוף|nauseated face|face|gross|nasty|nauseated|sick|vomit
🤮	0	פרצוף מקיא	בחילה|הקאה|להקיא|face vomiting|barf|ew|face|gross|puke|sick|spew|throw|up|vomit|vomiting
🤧	0	פרצוף מקנח אף	אף|אפצ׳י|חולה|מצונן|מקנח|מתעטש|פרצוף|sneezing face|face|fever|flu|gesundheit|sick|sneeze|sneezing
🥵	0	מת מחום	חולה|מותש|מזיע|מכת חום|פרצוף אדום|hot face|dying|face|feverish|heat|hot|panting|red-faced|stroke|sweating|tongue
🥶	0	למות מקור	מת מקור|פרצוף|קופא|קפוא|קר|קרח|cold face|blue|blue-faced|cold|face|freezing|frostbite|icicles|subzero|teeth
🥴	0	שיכור	מבולבל|מסוחרר|מעוך|סחרחורת|פרצוף|woozy face|dizzy|drunk|eyes|face|intoxicated|mouth|tipsy|uneven|wavy|woozy
😵	0	פרצוף עם סחרחורת	מסוחרר|פרצוף|face with crossed-out eyes|crossed-out|dead|dizzy|eyes|face|feels|knocked|out|sick|tired
😵‍💫	0	פרצוף עם עיני ספירלה	בחילה|בלבול|בלבלה|בצרה|היפנוזה|חלחלה|מבולבל|מסוחרר|סחרחורת|פרצוף|face with spiral eyes|confused|dizzy|eyes|face|hypnotized|omg|smiley|spiral|trouble|whoa|woah|woozy
🤯	0	ראש מתפוצץ	המום|פרצוף מתפוצץ|שוק|exploding head|blown|explode|exploding|head|mind|mindblown|no|shocked|way
🤠	0	פרצוף עם כובע בוקרים	בוקרים|כובע|פרצוף|קאובוי|cowboy hat face|cowboy|cowgirl|face|hat
🥳	0	חגיגה	יום הולדת|מזל טוב|מסיבה|פרצוף חוגג|partying face|bday|birthday|celebrate|celebration|excited|face|happy|hat|hooray|horn|party|partying
🥸	0	פרצוף עם תחפושת	גבות|הסוואה|מסיכה|מצחיק|משקפיים|פרצוף|שפם|תחפושת|disguised face|disguise|eyebrow|face|glasses|incognito|moustache|mustache|nose|person|spy|tache|tash
😎	0	פרצוף מחייך עם משקפי שמש	חיוך|מגניב|מחייך|משקפיים|פרצוף|שמח|שמש|smiling face with sunglasses|awesome|beach|bright|bro|chilling|cool|face|rad|relaxed|shades|slay|smile|style|sunglasses|swag|win
🤓	0	פרצוף של חנון	אבו ארבע|חכם|חנון|מומחה|מחייך|משקפופר|משקפיים|פרצוף עם משקפיים|nerd face|brainy|clever|expert|face|geek|gifted|glasses|intelligent|nerd|smart
🧐	0	פרצוף עם מונוקל	כבד|משעמם|פרצוף|face with monocle|classy|face|fancy|monocle|rich|stuffy|wealthy
😕	0	פרצוף מבולבל	לא יודע|מבולבל|מבלבל|סתם|עצוב|פרצוף|confused face|befuddled|confused|confusing|dunno|face|frown|hm|meh|not|sad|sorry|sure
🫤	0	פרצוף מעקם את הפה	ככה ככה|לא בטוח|מאוכזב|מבולבל|מה|מתוסכל|ספקן|face with diagonal mouth|confused|confusion|diagonal|disappointed|doubt|doubtful|face|frustrated|frustration|meh|mouth|skeptical|unsure|whatever|wtv
😟	0	פרצוף מודאג	לחוץ|מה יהיה|מודאג|מתוח|פרצוף|worried face|anxious|butterflies|face|nerves|nervous|sad|stress|stressed|surprised|worried|worry
🙁	0	פרצוף עם מבט עצוב	באסה|מבט עצוב|עצוב|פרצוף|slightly frowning face|face|frown|frowning|sad|slightly
☹️	0	פרצוף עצוב	עצוב|פרצוף|frowning face|face|frown|frowning|sad
😮	0	פרצוף עם פה פתוח	הפתעה|וואו|מופתע|פה|פרצוף|face with open mouth|believe|face|forgot|mouth|omg|open|shocked|surprised|sympathy|unbelievable|unreal|whoa|wow|you
😯	0	פרצוף מופתע	המום|ואו|מה?|מופתע|פרצוף|hushed face|epic|face|hushed|omg|stunned|surprised|whoa|woah
😲	0	פרצוף נדהם	המום|נדהם|פה|פה פעור|פרצוף|פתוח|astonished face|astonished|cost|face|no|omg|shocked|totally|way
😳	0	פרצוף נדהם וסמוק	הלם|מסמיק|נדהם|עיניים|שוק|תדהמה|flushed face|amazed|awkward|crazy|dazed|dead|disbelief|embarrassed|face|flushed|geez|heat|hot|impressed|jeez|what|wow
🥺	0	מתחנן	בבקשה|למה|עיניים מתחננות|עצוב|פרצוף מתחנן|רחמים|pleading face|begging|big|eyes|face|mercy|not|pleading|please|pretty|puppy|sad|why
🥹	0	פרצוף עם דמעות	בכי|גאווה|התנגדות|התרגשות|כעס|נחת|עצוב|פרצוף עם דמעות בעיניים|שמחה|face holding back tears|admiration|aww|back|cry|embarrassed|face|feelings|grateful|gratitude|holding|joy|please|proud|resist|sad|tears
😦	0	פרצוף עצוב עם פה פתוח	הלם|עצוב|פה|פרצוף|שוק|frowning face with open mouth|caught|face|frown|frowning|guard|mouth|open|scared|scary|surprise|what|wow
😧	0	פרצוף מיוסר	הלם|ואו|מטורף|מיוסר|מפוחד|פוחד|פרצוף|anguished face|anguished|face|forgot|scared|scary|stressed|surprise|unhappy|what|wow
😨	0	פרצוף מפוחד	לחוץ|מפוחד|מפחד|פוחד|פרצוף|fearful face|afraid|anxious|blame|face|fear|fearful|scared|worried
😰	0	פרצוף מפחד עם זיעה קרה	זיעה קרה|מפוחד|מפחד|פרצוף|anxious face with sweat|anxious|blue|cold|eek|face|mouth|nervous|open|rushed|scared|sweat|yikes
😥	0	פרצוף מאוכזב עם דמעה	דמעה|כמעט|מאוכזב|עצוב|פרצוף|sad but relieved face|anxious|call|close|complicated|disappointed|face|not|relieved|sad|sweat|time|whew
😢	0	פרצוף בוכה	בוכה|דמעה|מבואס|מתגעגע|עצוב|פרצוף|crying face|awful|cry|crying|face|feels|miss|sad|tear|triste|unhappy
😭	0	פרצוף בוכה בקול	בוכה|בקול|דמעות|פרצוף|loudly crying face|bawling|cry|crying|face|loudly|sad|sob|tear|tears|unhappy
😱	0	פרצוף צורח בפחד	אימה|בהלה|מונק|פחד|פרצוף|צועק|צורח|face screaming in fear|epic|face|fear|fearful|munch|scared|scream|screamer|screaming|shocked|surprised|woah
😖	0	פרצוף מתוסכל	כועס|מתוסכל|עצבן|פרצוף|confounded face|annoyed|confounded|confused|cringe|distraught|face|feels|frustrated|mad|sad
😣	0	פרצוף סובל	כאב|להתרכז|סובל|פרצוף|persevering face|concentrate|concentration|face|focus|headache|persevere|persevering
😞	0	פרצוף מאוכזב	באסה|מאוכזב|מבאס|עצוב|פרצוף|disappointed face|awful|blame|dejected|disappointed|face|fail|losing|sad|unhappy
😓	0	פרצוף עם זיעה קרה	באסה|זיעה קרה|טיפה|מבואס|עצוב|פרצוף|downcast face with sweat|close|cold|downcast|face|feels|headache|nervous|sad|scared|sweat|yikes
😩	0	פרצוף מותש	באסה|בוכה|מבאס|מותש|עייף|עצוב|פרצוף|weary face|crying|face|fail|feels|hungry|mad|nooo|sad|sleepy|tired|unhappy|weary
😫	0	פרצוף עייף	מפהק|עייף|עצוב|פרצוף|tired face|cost|face|feels|nap|sad|sneeze|tired
🥱	0	פרצוף מפהק	לילה טוב|לישון|עייף|עייפות|פיהוק|שעמום|yawning face|bedtime|bored|face|goodnight|nap|night|sleep|sleepy|tired|whatever|yawn|yawning|zzz
😤	0	פרצוף עם קיטור יוצא מהאף	אף|זועם|כועס|פרצוף|קיטור|face with steam from nose|anger|angry|face|feels|fume|fuming|furious|fury|mad|nose|steam|triumph|unhappy|won
😡	0	פרצוף זועף	זועם|זועף|כועס|פרצוף|enraged face|anger|angry|enraged|face|feels|mad|maddening|pouting|rage|red|shade|unhappy|upset
😠	0	פרצוף כועס	זועם|זועף|כועס|פרצוף|angry face|anger|angry|blame|face|feels|frustrated|mad|maddening|rage|shade|unhappy|upset
🤬	0	פרצוף עם סמלים על הפה	כועס|מעוצבן|מקלל|סמלים על הפה|קללות|face with symbols on mouth|censor|cursing|cussing|face|mad|mouth|pissed|swearing|symbols
😈	0	פרצוף מחייך עם קרניים	אגדות|חיוך מרושע|חיוך עם קרניים|פרצוף|קרניים|שד|שטן|smiling face with horns|demon|devil|evil|face|fairy|fairytale|fantasy|horns|purple|shade|smile|smiling|tale
👿	0	פרצוף כועס עם קרניים	זדוני|זועף|כועס|פרצוף|קרניים|שטן|angry face with horns|angry|demon|devil|evil|face|fairy|fairytale|fantasy|horns|imp|mischievous|purple|shade|tale
💀	0	גולגולת	מוות|מפחיד|פרצוף|שלד|skull|body|dead|death|face|fairy|fairytale|i’m|lmao|monster|tale|yolo
☠️	0	סמל פיראטים	גולגולת|מוות|מסוכן|מפחיד|שלד|skull and crossbones|bone|crossbones|dead|death|face|monster|skull
💩	0	גוש קקי	מגעיל|מסריח|צואה|קקי|pile of poo|bs|comic|doo|dung|face|fml|monster|pile|poo|poop|smelly|smh|stink|stinks|stinky|turd
🤡	0	פרצוף ליצן	ליצן|פרצוף|clown face|clown|face
👹	0	מפלצת	אדום|יצור|מפחיד|עוג|פרצוף|קרניים|ogre|creature|devil|face|fairy|fairytale|fantasy|mask|monster|scary|tale
👺	0	גובלין	אדום|יצור|מפחיד|מפלצת|פרצוף|קרניים|goblin|angry|creature|face|fairy|fairytale|fantasy|mask|mean|monster|tale
👻	0	רוח רפאים	יצור|לשון|מוות|מחייך|פרצוף|ghost|boo|creature|excited|face|fairy|fairytale|fantasy|halloween|haunting|monster|scary|silly|tale
👽️	0	חייזר	חוצן|חלל|יצור|עב״מ|פרצוף|alien|creature|extraterrestrial|face|fairy|fairytale|fantasy|monster|space|tale|ufo
👾	0	מפלצת חייזרית	חוצן|חייזר|חלל|משחק מחשב|עב״ם|alien monster|alien|creature|extraterrestrial|face|fairy|fairytale|fantasy|game|gamer|games|monster|pixelated|space|tale|ufo
🤖	0	רובוט	פרצוף|פרצוף של רובוט|robot|face|monster
😺	0	חתול מחייך	חתול|מחייך|פה|פרצוף|פרצוף של חתול מחייך עם פה פתוח|grinning cat|animal|cat|face|grinning|mouth|open|smile|smiling
😸	0	חתול מחייך עם עיניים מחייכות	חיוך גדול|חתול|מחייך|עיניים|פה|פרצוף|grinning cat with smiling eyes|animal|cat|eye|eyes|face|grin|grinning|smile|smiling
😹	0	חתול עם דמעות שמחה	דמעות|חתול|מחייך|מצחיק|פרצוף|קורע מצחוק|שמחה|cat with tears of joy|animal|cat|face|joy|laugh|laughing|lol|tear|tears
😻	0	חתול מחייך עם עיניים בצורת לב	אהבה|חתול|לבבות|מחייך|עיניים|עיניים בצורת לב|פרצוף|smiling cat with heart-eyes|animal|cat|eye|face|heart|heart-eyes|love|smile|smiling
😼	0	חתול עם חיוך עקום	זועם|חיוך עקום|חתול|פרצוף|cat with wry smile|animal|cat|face|ironic|smile|wry
😽	0	חתול מנשק	חתול|מנשק|עיניים סגורות|פרצוף|פרצוף של חתול מנשק עם עיניים סגורות|kissing cat|animal|cat|closed|eye|eyes|face|kiss|kissing
🙀	0	חתול פוחד	בעתה|חתול|מפחד|פחד|פרצוף|weary cat|animal|cat|face|oh|surprised|weary
😿	0	חתול בוכה	בוכה|דמעה|חתול|עצוב|פרצוף|crying cat|animal|cat|cry|crying|face|sad|tear
😾	0	חתול זועף	זועף|חתול|כועס|פרצוף|פרצוף של חתול זועף|pouting cat|animal|cat|face|pouting
🙈	0	לא ראיתי	אסור|מכסה עיניים|פרצוף|קוף|see-no-evil monkey|embarrassed|evil|face|forbidden|forgot|gesture|hide|monkey|no|omg|prohibited|scared|secret|smh|watch
🙉	0	לא שמעתי	אסור|מכסה אוזניים|פרצוף|קוף|hear-no-evil monkey|animal|ears|evil|face|forbidden|gesture|hear|listen|monkey|no|not|prohibited|secret|shh|tmi
🙊	0	לא דיברתי	אסור|מכסה פה|פרצוף|קוף|speak-no-evil monkey|animal|evil|face|forbidden|gesture|monkey|no|not|oops|prohibited|quiet|secret|speak|stealth
💌	0	מכתב אהבה	אהבה|דואר|לב|מכתב|מכתב חתום בלב|רומנטיקה|love letter|heart|letter|love|mail|romance|valentine
💘	0	לב עם חץ	אהבה|ולנטיין|חץ|יום האהבה|לב|רומנטיקה|heart with arrow|143|adorbs|arrow|cupid|date|emotion|heart|ily|love|romance|valentine
💝	0	לב עם סרט מתנה	ולנטיין|חג האהבה|ט״ו באב|לב|מתנה|סרט|heart with ribbon|143|anniversary|emotion|heart|ily|kisses|ribbon|valentine|xoxo
💖	0	לב מנצנץ	אהבה|לב|מנצנץ|sparkling heart|143|emotion|excited|good|heart|ily|kisses|morning|night|sparkle|sparkling|xoxo
💗	0	לב גדל	אהבה|גדל|לב|מתרגש|מתרחב|growing heart|143|emotion|excited|growing|heart|heartpulse|ily|kisses|muah|nervous|pulse|xoxo
💓	0	לב פועם	אהבה|לב|פועם|פעימות|beating heart|143|beating|cardio|emotion|heart|heartbeat|ily|love|pulsating|pulse
💞	0	לבבות נעים במעגל	אהבה|לבבות|לבבות מסתובבים|מעגל|revolving hearts|143|adorbs|anniversary|emotion|heart|hearts|revolving
💕	0	שני לבבות	אהבה|אוהבת|לבבות|two hearts|143|anniversary|date|dating|emotion|heart|hearts|ily|kisses|love|loving|two|xoxo
💟	0	לב בריבוע ורוד	לב|heart decoration|143|decoration|emotion|heart|hearth|purple|white
❣️	0	סימן קריאה בצורת לב	אהבה|לב|סימן קריאה|heart exclamation|exclamation|heart|heavy|mark|punctuation
💔	0	לב שבור	אכזבה|לב|שבור|broken heart|break|broken|crushed|emotion|heart|heartbroken|lonely|sad
❤️‍🔥	0	לב בלהבות	לב|עולה באש|שורף|תשוקה|heart on fire|burn|fire|heart|love|lust|sacred
❤️‍🩹	0	לב שמשתקם	בריא יותר|מחלים|משתפר|נרפא|mending heart|healthier|heart|improving|mending|recovering|recuperating|well
❤️	0	לב אדום	אדום|לב|red heart|emotion|heart|love|red
🩷	0	לב ורוד	אהבה|אהבתי|ורוד|חמוד|לב|רגש|pink heart|143|adorable|cute|emotion|heart|ily|like|love|pink|special|sweet
🧡	0	לב כתום	כתום|orange heart|143|heart|orange
💛	0	לב צהוב	לב|צהוב|yellow heart|143|cardiac|emotion|heart|ily|love|yellow
💚	0	לב ירוק	ירוק|לב|green heart|143|emotion|green|heart|ily|love|romantic
💙	0	לב כחול	כחול|לב|blue heart|143|blue|emotion|heart|ily|love|romance
🩵	0	לב תכלת	אהבה|חמוד|ירוק-כחול|כחול בהיר|לב|ציאן|רגש|light blue heart|143|blue|cute|cyan|emotion|heart|ily|light|like|love|sky|special|teal
💜	0	לב סגול	לב|סגול|purple heart|143|bestest|emotion|heart|ily|love|purple
🤎	0	לב חום	חום|לב|brown heart|143|brown|heart
🖤	0	לב שחור	אפל|כישוף|לב|מאגיה|שחור|שחורה|black heart|black|evil|heart|wicked
🩶	0	לב אפור	אהבה|אפור|כסוף|לב|רגש|grey heart|143|emotion|gray|grey|heart|ily|love|silver|slate|special
🤍	0	לב לבן	לב|לבן|white heart|143|heart|white
💋	0	סימן נשיקה	אהבה|נשיקה|שפתיים|kiss mark|dating|emotion|heart|kiss|kissing|lips|mark|romance|sexy
💯	0	ציון 100	100|לגמרי|מבחן|מעולה|מצויין|ניקוד|ציון|hundred points|a+|agree|clearly|definitely|faithful|fleek|full|hundred|keep|perfect|point|score|true|truth|yup
💢	0	סמל כעס	כעס|פיצוץ|anger symbol|anger|angry|comic|mad|symbol|upset
💥	0	פיצוץ	בום|פצצה|collision|bomb|boom|collide|comic|explode
💫	0	כוכב נע במעגל	כוכב|כוכב במעגל|סחרחורת|קומיקס|dizzy|comic|shining|shooting|star|stars
💦	0	טיפות זיעה	זיעה|טיפה|טיפות|מים|sweat droplets|comic|drip|droplet|droplets|drops|splashing|squirt|sweat|water|wet|work|workout
💨	0	ענן בתנועה מהירה	מהר|ענן|ענן עשן|פלוץ|רוח|ריצה|dashing away|away|cloud|comic|dash|dashing|fart|fast|go|gone|gotta|running|smoke
🕳️	0	חור	בור|hole
💬	0	בועת דיבור	בועה|בלון|דו-שיח|דיאלוג|שיחה|speech balloon|balloon|bubble|comic|dialog|message|sms|speech|talk|text|typing
👁️‍🗨️	0	עין בבועת דיבור	בועת דיבור|עד|עין|eye in speech bubble|balloon|bubble|eye|speech|witness
🗨️	0	בועת דיבור משמאל	בועה|דו-שיח|דיאלוג|דיבור|ענן|left speech bubble|balloon|bubble|dialog|left|speech
🗯️	0	בועת דיבור כועס מימין	בועה|דו-שיח|דיאלוג|דיבור|כועס|ענן|right anger bubble|anger|angry|balloon|bubble|mad|right
💭	0	בועת מחשבה	בועה|מחשבה|רעיון|thought balloon|balloon|bubble|cartoon|cloud|comic|daydream|decisions|dream|idea|invent|invention|realize|think|thoughts|wonder
💤	0	סימן נחירה	zzz|ישן|ישנה|לילה|לישון|נוחר|נחירה|נחירות|שינה|ZZZ|comic|good|goodnight|night|sleep|sleeping|sleepy|tired
👋	1	יד מנופפת	ביי|היי|יד|כיף|להתראות|מנופפת|שלום|waving hand|bye|cya|g2g|greetings|gtg|hand|hello|hey|hi|later|outtie|ttfn|ttyl|wave|yo|you
🤚	1	גב יד פרוש	אהלן|גב יד|חמסה|כיף|כלפי מעלה|עצור|שלום|raised back of hand|back|backhand|hand|raised
🖐️	1	כף יד פתוחה מורמת	חמסה|יד|כיף|מורמת|עצור|פתוחה|hand with fingers splayed|finger|fingers|hand|raised|splayed|stop
✋️	1	כף יד מורמת	חמסה|יד|כיף|מורמת|עצור|raised hand|5|five|hand|high|raised|stop
🖖	1	הצדעה וולקנית	אצבעות|ברכת וולקנים|ברכת כהנים|וולקן|וולקנים|יד|ספוק|vulcan salute|finger|hand|hands|salute|vulcan
🫱	1	יד פונה ימינה	יד|ימינה|לחיצת יד|נעים להכיר|rightwards hand|hand|handshake|hold|reach|right|rightward|rightwards|shake
🫲	1	יד פונה שמאלה	יד|לחיצת יד|נעים להכיר|שמאלה|leftwards hand|hand|handshake|hold|left|leftward|leftwards|reach|shake
🫳	1	כף יד פונה למטה	לא משנה|להפיל|לך מפה|עזרה|קישטה|palm down hand|dismiss|down|drop|dropped|hand|palm|pick|shoo|up
🫴	1	כף יד פונה למעלה	בוא הנה|בקשה|הושטת יד|הצעה|לתפוס|תפיסה|palm up hand|beckon|catch|come|hand|hold|know|lift|me|offer|palm|tell
🫷	1	יד דוחפת שמאלה	דחיפה|חסימה|יד|כיף|לדחוף|לחכות|לך מפה|לסרב|סירוב|עד כאן|עצור|leftwards pushing hand|block|five|halt|hand|high|hold|leftward|leftwards|pause|push|pushing|refuse|slap|stop|wait
🫸	1	יד דוחפת ימינה	דחיפה|חסימה|יד|כיף|לך מפה|סירוב|עד כאן|rightwards pushing hand|block|five|halt|hand|high|hold|pause|push|pushing|refuse|rightward|rightwards|slap|stop|wait
👌	1	יד מסמנת שהכל בסדר	ok|אוקיי|אחלה|אישור|בסדר|הבנתי|יד|מעולה|סבבה|צביטה|OK hand|awesome|bet|dope|fleek|fosho|got|gotcha|hand|legit|okay|pinch|rad|sure|sweet|three
🤌	1	יד מסמנת רק רגע	אצבעות|כף יד|סבלנות|רגע|רק רגע|תיכף|pinched fingers|fingers|gesture|hand|hold|huh|interrogation|patience|pinched|relax|sarcastic|ugh|what|zip
🤏	1	יד צובטת	בכמות קטנה|טיפונת|מעט|צביטה|קטן|קצת|תנועת צביטה|pinching hand|amount|bit|fingers|hand|little|pinching|small|sort
✌️	1	אצבעות מסמנות ניצחון	אצבעות|וי|יד|ניצחון|פיס|victory hand|hand|peace|v|victory
🤞	1	יד מחזיקה אצבעות	אצבעות|בהצלחה|מחזיק|crossed fingers|cross|crossed|finger|fingers|hand|luck
🫰	1	קליק באצבעות	אהבה|אצבעות|יאללה|יקר|כסף|לצרוד|hand with index finger and thumb crossed|<3|crossed|expensive|finger|hand|heart|index|love|money|snap|thumb
🤟	1	בוהן, אצבע וזרת מורמות	אהבה|אצבע וזרת מורמות|בוהן|יד|רוק אנד רול|love-you gesture|fingers|gesture|hand|ily|love|love-you|three|you
🤘	1	יד מסמנת קרניים	אצבע מורה|אצבעות|זרת|יד|יד מסמנת קרניים באצבע מורה ובזרת|מטאל|קרניים|רוק אנד רול|רוק-אנ׳-רול|sign of the horns|finger|hand|horns|rock-on|sign
🤙	1	יד מסמנת ’תתקשר אליי’	יד|לגלוש|תתקשר|תתקשר אליי|call me hand|call|hand|hang|loose|me|shaka
👈️	1	גב יד מצביעה שמאלה	אצבע|יד|להצביע|מצביעה|צד שמאל|שמאלה|backhand index pointing left|backhand|finger|hand|index|left|point|pointing
👉️	1	גב יד מצביעה ימינה	אצבע|יד|ימינה|להצביע|מצביעה|צד ימין|backhand index pointing right|backhand|finger|hand|index|point|pointing|right
👆️	1	גב יד מצביעה למעלה	אצבע|יד|להצביע|למעלה|מצביעה|מקום ראשון|backhand index pointing up|backhand|finger|hand|index|point|pointing|up
🖕	1	אצבע משולשת	middle finger|finger|hand|middle
👇️	1	גב יד מצביעה למטה	אצבע|יד|כאן|להצביע|למטה|מצביעה|backhand index pointing down|backhand|down|finger|hand|index|point|pointing
☝️	1	יד מצביעה למעלה	אצבע|הכי טוב|יד|להצביע|למעלה|מצביעה|מקום ראשון|index pointing up|finger|hand|index|point|pointing|this|up
🫵	1	אצבע מצביעה	אצבע|את|אתה|הצבעה עליך|להצביע|מצביע|index pointing at the viewer|at|finger|hand|index|pointing|poke|viewer|you
👍️	1	אגודל למעלה	אגודל|אהבתי|אישור|טוב|כן|לייק|למעלה|מעולה|מצוין|סבבה|thumbs up|+1|good|hand|like|thumb|up|yes
👎️	1	אגודל למטה	בוז|לא אהבתי|לא טוב|למטה|ממש לא|נגד|רע|thumbs down|-1|bad|dislike|down|good|hand|no|nope|thumb|thumbs
✊️	1	אגרוף מורם	אגרוף|אלימות|התנגדות|טוק טוק|כוח|כח|מכה|raised fist|clenched|fist|hand|punch|raised|solidarity
👊	1	מכת אגרוף	אגרוף|אלימות|בוקס|כוח|כועס|מכה|oncoming fist|absolutely|agree|boom|bro|bruh|bump|clenched|correct|fist|hand|knuckle|oncoming|pound|punch|rock|ttyl
🤛	1	יד קמוצה שמאלה	אגרוף|בוקס|שמאלה|left-facing fist|fist|left-facing|leftwards
🤜	1	יד קמוצה ימינה	אגרוף|בוקס|ימינה|right-facing fist|fist|right-facing|rightwards
👏	1	מחיאות כפיים	הדרן|ידיים|כל הכבוד|כפיים|clapping hands|applause|approval|awesome|clap|congrats|congratulations|excited|good|great|hand|homie|job|nice|prayed|well|yay
🙌	1	כפות ידיים מורמות	ברכה|הידד|כפות ידיים|נחת|סימן|שמחה|raising hands|celebration|gesture|hand|hands|hooray|praise|raised|raising
🫶	1	סימן לב עם הידיים	אהבה|אוהבים|ידיים לב|לב|heart hands|<3|hands|heart|love|you
👐	1	כפות ידיים פתוחות	חיבוק|ידיים פתוחות|קבלה|open hands|hand|hands|hug|jazz|open|swerve
🤲	1	כפות ידיים מוצמדות ופונות כלפי מעלה	דועא|כפות ידיים במחוות תפילה|תפילה|palms up together|cupped|dua|hands|palms|pray|prayer|together|up|wish
🤝	1	לחיצת יד	הסכם|עסקה|פגישה|handshake|agreement|deal|hand|meeting|shake
🙏	1	כפות ידיים מוצמדות	בבקשה|כפות ידיים|מתחנן|נמסטה|נמסקר|סימן ידיים|תודה|תפילה|folded hands|appreciate|ask|beg|blessed|bow|cmon|five|folded|gesture|hand|high|please|pray|thanks|thx
✍️	1	יד כותבת	יד|כותבת|כתב יד|כתיבה|לכתוב|writing hand|hand|write|writing
💅	1	מריחת לק	טיפוח|לק|מניקור|מריחת לק על ציפורניים|ציפורניים|קוסמטיקה|nail polish|bored|care|cosmetics|done|makeup|manicure|nail|polish|whatever
🤳	1	יד מצלמת סלפי	טלפון|מצלמה|סלפי|צילום|שיחת וידאו|selfie|camera|phone
💪	1	יד עושה שריר	זרוע|חזק|יד|כוח|כושר|לעשות שריר|שריר|flexed biceps|arm|beast|bench|biceps|bodybuilder|bro|curls|flex|gains|gym|jacked|muscle|press|ripped|strong|weightlift
🦾	1	זרוע מכנית	נגישות|פרוטזה|תותב|תותבת|mechanical arm|accessibility|arm|mechanical|prosthetic
🦿	1	רגל מכנית	נגישות|פרוטזה|תותב|תותבת|mechanical leg|accessibility|leg|mechanical|prosthetic
🦵	1	רגל	איבר|בעיטה|גפיים|leg|bent|foot|kick|knee|limb
🦶	1	כף רגל	בעיטה|רגל|foot|ankle|feet|kick|stomp
👂️	1	אוזן	הקשבה|כולי אוזן|להקשיב|לשמוע|צליל|ear|body|ears|hear|hearing|listen|listening|sound
🦻	1	אוזן עם מכשיר שמיעה	אובדן שמיעה|מכשיר שמיעה|נגישות|קשיי שמיעה|ear with hearing aid|accessibility|aid|ear|hard|hearing
👃	1	אף	להריח|ריח|nose|body|noses|nosey|odor|smell|smells
🧠	1	מוח	אינטליגנציה|שכל|brain|intelligent|smart
🫀	1	לב	דופק|מרכז|פעימות לב|anatomical heart|anatomical|beat|cardiology|heart|heartbeat|organ|pulse|real|red
🫁	1	ריאות	מערכת הנשימה|נשימה|ריאה|lungs|breath|breathe|exhalation|inhalation|lung|organ|respiration
🦷	1	שן	רופא שיניים|שיניים|tooth|dentist|pearly|teeth|white
🦴	1	עצם	כלב|עצמות|שלד|bone|bones|dog|skeleton|wishbone
👀	1	עיניים	חיפוש|להסתכל|לחפש|לצפות|לראות|מחפש|eyes|body|eye|face|googly|look|looking|omg|peep|see|seeing
👁️	1	עין	גוף האדם|להסתכל|לצפות|לראות|eye|1|body|one
👅	1	לשון	גוף האדם|ליקוק|ללקק|לק|tongue|body|lick|slurp
👄	1	פה	ליפסטיק|נשיקה|שפתיים|mouth|beauty|body|kiss|kissing|lips|lipstick
🫦	1	לנשוך שפתיים	דואג|חרדה|לא נוח|לפלרטט|סקסי|עצבים|עצבנות|פה|biting lip|anxious|bite|biting|fear|flirt|flirting|kiss|lip|lipstick|nervous|sexy|uncomfortable|worried|worry
👶	1	תינוק	פעוט|קטן|baby|babies|children|goo|infant|newborn|pregnant|young
🧒	1	ילד	א-בינארי|ילדה|צעיר|child|bright-eyed|grandchild|kid|young|younger
👦	1	בן	ילד|ינוקא|נער|פעוט|צעיר|boy|bright-eyed|child|grandson|kid|son|young|younger
👧	1	בת	ילדה|נערה|פעוטה|צעירה|girl|bright-eyed|child|daughter|granddaughter|kid|virgo|young|younger|zodiac
🧑	1	אדם	בגיר|ללא מגדר|מבוגר|מגדר נייטרלי|person|adult
👱	1	אדם עם שיער בלונדיני	אדם|איש|בלונד|בלונדיני|בלורית|גבר|פנים|person: blond hair|blond|blond-haired|human|person
👨	1	איש	בחור|בן אדם|גבר|חבר|נער|man|adult|bro
🧔	1	אדם מזוקן	אדם|גבר|היפסטר|זקן|מזוקן|person: beard|beard|bearded|person|whiskers
🧔‍♂️	1	גבר עם זקן	גבר|גבר: זקן|זקן|man: beard|beard|bearded|man|whiskers
🧔‍♀️	1	אישה עם זקן	אישה|אישה: זקן|זקן|woman: beard|beard|bearded|whiskers|woman
👨‍🦰	1	man: red hair	adult|bro|man|red hair
👨‍🦱	1	man: curly hair	adult|bro|curly hair|man
👨‍🦳	1	man: white hair	adult|bro|man|white hair
👨‍🦲	1	man: bald	adult|bald|bro|man
👩	1	אישה	בחורה|בלונדינית|בת|נערה|עלמה|תספורת|woman|adult|lady
👩‍🦰	1	woman: red hair	adult|lady|red hair|woman
🧑‍🦰	1	person: red hair	adult|person|red hair
👩‍🦱	1	woman: curly hair	adult|curly hair|lady|woman
🧑‍🦱	1	person: curly hair	adult|curly hair|person
👩‍🦳	1	woman: white hair	adult|lady|white hair|woman
🧑‍🦳	1	person: white hair	adult|person|white hair
👩‍🦲	1	woman: bald	adult|bald|lady|woman
🧑‍🦲	1	person: bald	adult|bald|person
👱‍♀️	1	בלונדינית	אישה|woman: blond hair|blond|blond-haired|blonde|hair|woman
👱‍♂️	1	בלונדיני	איש|גבר|man: blond hair|blond|blond-haired|hair|man
🧓	1	איש מבוגר	זקן|זקנה|מבוגר|מבוגרת|מגדר נייטרלי|older person|adult|elderly|grandparent|old|person|wise
👴	1	איש זקן	אדם|איש|בן|גבר|זקן|מבוגר|old man|adult|bald|elderly|gramps|grandfather|grandpa|man|old|wise
👵	1	אישה זקנה	אדם|אישה|בת|גברת|זקנה|מבוגרת|סבתא|old woman|adult|elderly|grandma|grandmother|granny|lady|old|wise|woman
🙍	1	אישה לא מרוצה	אישה מוטרדת|הבעת פנים|זועמת|זועפת|כועסת|כעוסה|לא מרוצה|מאוכזבת|עצובה|person frowning|annoyed|disappointed|disgruntled|disturbed|frown|frowning|frustrated|gesture|irritated|person|upset
🙍‍♂️	1	גבר מדוכדך	איש|גבר|זועף|כועס|מדוכא|עצוב|man frowning|annoyed|disappointed|disgruntled|disturbed|frown|frowning|frustrated|gesture|irritated|man|upset
🙍‍♀️	1	אישה מדוכדכת	אישה|זועפת|מדוכאת|עצובה|woman frowning|annoyed|disappointed|disgruntled|disturbed|frown|frowning|frustrated|gesture|irritated|upset|woman
🙎	1	אישה זועפת	אדם|אישה|זועפת|כועסת|כעס|מבט זועף|מדוכאת|פנים זועפות|person pouting|disappointed|downtrodden|frown|grimace|person|pouting|scowl|sulk|upset|whine
🙎‍♂️	1	גבר מבואס	אוף|איש|גבר|מחמיץ פנים|מעקם את האף|man pouting|disappointed|downtrodden|frown|grimace|man|pouting|scowl|sulk|upset|whine
🙎‍♀️	1	אישה מבואסת	אוף|אישה|מחמיצה פנים|מעקמת את האף|woman pouting|disappointed|downtrodden|frown|grimace|pouting|scowl|sulk|upset|whine|woman
🙅	1	אישה מסמנת ״לא בסדר״	אדם|אין סיכוי|אישה מסמנת ׳לא׳|אסור|לא|מסמן|סימן ידיים|עושה לא|person gesturing NO|forbidden|gesture|hand|no|not|person|prohibit
🙅‍♂️	1	גבר מסמן ״לא״	איש|אסור|גבר|לא|לא בסדר|מסמן ״לא״ עם הידיים|man gesturing NO|forbidden|gesture|hand|man|no|not|prohibit
🙅‍♀️	1	אישה מסמנת ״לא״	אישה|אסור|לא|לא בסדר|מסמנת ״לא״|woman gesturing NO|forbidden|gesture|hand|no|not|prohibit|woman
🙆	1	אישה עם הידיים על הראש	אדם|אדם מסמן|אימון|אישה|התעמלות|ידיים על הראש|תנועת ידיים|person gesturing OK|exercise|gesture|gesturing|hand|ok|omg|person
🙆‍♂️	1	גבר עם הידיים על הראש	אדם|אימון|איש|גבר|ידיים על הראש|man gesturing OK|exercise|gesture|gesturing|hand|man|ok|omg
🙆‍♀️	1	אישה עם ידיים על הראש	אישה|אישה עם הידיים על הראש|בסדר|ידיים על הראש|כן|woman gesturing OK|exercise|gesture|gesturing|hand|ok|omg|woman
💁	1	אדם בדלפק מידע או מבקש טיפ	אישה|ברצינות|חוצפה|טיפ|יד|לא משנה|עזרה|צינית|רכילות|person tipping hand|fetch|flick|flip|gossip|hand|person|sarcasm|sarcastic|sassy|seriously|tipping|whatever
💁‍♂️	1	איש בדלפק מידע או מבקש טיפ	איש|גבר|גבר מבקש טיפ|חצוף|מבקש נדבה|ציני|שובב|man tipping hand|fetch|flick|flip|gossip|hand|man|sarcasm|sarcastic|sassy|seriously|tipping|whatever
💁‍♀️	1	אישה מבקשת טיפ	אישה|חוצפה|טיפ|יד|מידע|עזרה|woman tipping hand|fetch|flick|flip|gossip|hand|sarcasm|sarcastic|sassy|seriously|tipping|whatever|woman
🙋	1	אישה מרימה את היד	אדם|אני יודעת|אני יכולה לעזור|היי|הרמת יד|יד מורמת|שאלה|שלום|שמחה|person raising hand|gesture|hand|here|know|me|person|pick|question|raise|raising
🙋‍♂️	1	גבר מרים את היד	איש|גבר|היי|מצביע|מרים יד|שאלה|שלום|man raising hand|gesture|hand|here|know|man|me|pick|question|raise|raising
🙋‍♀️	1	אישה מנופפת בידה	אישה|אישה מרימה את היד|מצביעה|woman raising hand|gesture|hand|here|know|me|pick|question|raise|raising|woman
🧏	1	כבד שמיעה	חירש|לקוי שמיעה|לקות שמיעה|נגישות|deaf person|accessibility|deaf|ear|gesture|hear|person
🧏‍♂️	1	איש כבד שמיעה	חירש|כבד שמיעה|לקוי שמיעה|לקות שמיעה|נגישות|deaf man|accessibility|deaf|ear|gesture|hear|man
🧏‍♀️	1	אישה כבדת שמיעה	חירשת|כבדת שמיעה|לקוי שמיעה|לקות שמיעה|נגישות|deaf woman|accessibility|deaf|ear|gesture|hear|woman
🙇	1	אדם משתחווה	אדם קד קידה|התנצלות|מדיטציה|משתחווה|מתנצל|סליחה|קד קידה|קידה|רחמים|person bowing|apology|ask|beg|bow|bowing|favor|forgive|gesture|meditate|meditation|person|pity|regret|sorry
🙇‍♂️	1	גבר משתחווה	איש|גבר|התנצלות|טובה|מצטער|משתחווה|סליחה|man bowing|apology|ask|beg|bow|bowing|favor|forgive|gesture|man|meditate|meditation|pity|regret|sorry
🙇‍♀️	1	אישה משתחווה	אישה|התנצלות|טובה|מצטערת|משתחווה|מתנצלת|סליחה|woman bowing|apology|ask|beg|bow|bowing|favor|forgive|gesture|meditate|meditation|pity|regret|sorry|woman
🤦	1	אישה עם יד על הפנים	אוי לא|אישה|הלם|זועמת|זעזוע|כועסת|לא יכול להיות|לא מאמינה|person facepalming|again|bewilder|disbelief|exasperation|facepalm|no|not|oh|omg|person|shock|smh
🤦‍♂️	1	גבר מתוסכל	אדם|אוי לא|אין מצב|איש|גבר|לא מאמין|לא עוד פעם|נו באמת|תסכול|man facepalming|again|bewilder|disbelief|exasperation|facepalm|man|no|not|oh|omg|shock|smh
🤦‍♀️	1	אישה מתוסכלת	אדם|אוי לא|אין מצב|אישה|בהלם|לא מאמינה|לא עוד פעם|נו באמת|תסכול|woman facepalming|again|bewilder|disbelief|exasperation|facepalm|no|not|oh|omg|shock|smh|woman
🤷	1	מישהי מושכת בכתפיה	אדישה|אולי|אין לי מושג|אני מנחשת|לא יודעת|לא משנה|תעזבו אותי|person shrugging|doubt|dunno|guess|idk|ignorance|indifference|knows|maybe|person|shrug|shrugging|whatever|who
🤷‍♂️	1	גבר מושך בכתפיו	אולי|אין לי מושג|איש|גבר|לא אכפת לי|לא בטוח|לא יודע|מושך בכתפיים|נראה לי|ספק|man shrugging|doubt|dunno|guess|idk|ignorance|indifference|knows|man|maybe|shrug|shrugging|whatever|who
🤷‍♀️	1	אישה מושכת בכתפיה	אין לי מושג|אישה|לא אכפת לי|לא בטוחה|לא יודעת|לא משנה לי|מושכת בכתפיים|ספק|woman shrugging|doubt|dunno|guess|idk|ignorance|indifference|knows|maybe|shrug|shrugging|whatever|who|woman
🧑‍⚕️	1	עובד בשירותי הבריאות	אח|דוקטור|מטפל|רופא|תרפיסט|health worker|doctor|health|healthcare|nurse|therapist|worker
👨‍⚕️	1	רופא	אדם|אח|איש|דוקטור|מטפל|שירותי בריאות|man health worker|doctor|health|healthcare|man|nurse|therapist|worker
👩‍⚕️	1	רופאה	אדם|אחות|אישה|מטפלת|שירותי בריאות|woman health worker|doctor|health|healthcare|nurse|therapist|woman|worker
🧑‍🎓	1	סטודנט/ית	בוגר|בוגרת|סטודנט|סטודנטית|student|graduate
👨‍🎓	1	סטודנט	אוניברסיטה|איש|גבר|הצטיינות|לימודים|מכללה|מצטיין|תלמיד|man student|graduate|man|student
👩‍🎓	1	סטודנטית	אוניברסיטה|אישה|בוגרת|בת|מכללה|תלמידה|woman student|graduate|student|woman
🧑‍🏫	1	מצוות המורים	מדריך|מדריכה|מורה|מלמדת|מרצה|עוזר הוראה|צוות הוראה|teacher|instructor|lecturer|professor
👨‍🏫	1	מורה	איש|בן|גבר|מנחה|מרצה|פרופסור|man teacher|instructor|lecturer|man|professor|teacher
👩‍🏫	1	מוֹרָה	אישה|מורה|מנחה|מקצוע|מרצה|פרופסורית|woman teacher|instructor|lecturer|professor|teacher|woman
🧑‍⚖️	1	שופט/ת	מאזני הצדק|מאזניים|משפט|משפטים|שופט|שופטת|judge|justice|law|scales
👨‍⚖️	1	שופט	אדם|איש|בית משפט|גבר|מאזניים|משפט|צדק|man judge|judge|justice|law|man|scales
👩‍⚖️	1	שופטת	אדם|אישה|בית משפט|מאזניים|משפט|צדק|woman judge|judge|justice|law|scales|woman
🧑‍🌾	1	חקלאי/ת	גנן|גננת|חווה|חקלאות|חקלאי|חקלאית|farmer|gardener|rancher
👨‍🌾	1	חקלאי	אדם|איש|גנן|חוואי|man farmer|farmer|gardener|man|rancher
👩‍🌾	1	חקלאית	אישה|גננית|חוואית|עובדת משק|woman farmer|farmer|gardener|rancher|woman
🧑‍🍳	1	טבח/ית	טבח|טבחית|שף|שפית|cook|chef
👨‍🍳	1	טבח	אדם|גבר|מבשל|מקצוע|שף|man cook|chef|cook|man
👩‍🍳	1	טבחית	אישה|מבשלת|שפית|woman cook|chef|cook|woman
🧑‍🔧	1	מכונאי/ת	אינסטלטור|אינסטלטורית|חשמלאי|חשמלאית|מכונאי|מכונאית|שרברב|mechanic|electrician|plumber|tradesperson
👨‍🔧	1	מכונאי	אינסטלטור|איש|איש מקצוע|גבר|חשמלאי|טכנאי|שיפוצניק|שרברב|man mechanic|electrician|man|mechanic|plumber|tradesperson
👩‍🔧	1	מכונאית	אינסטלטורית|אישה|אשת מקצוע|חשמלאית|טכנאית|שרברבית|woman mechanic|electrician|mechanic|plumber|tradesperson|woman
🧑‍🏭	1	פועל/ת	בית חרושת|מפעל|פועל|פועלת|תעשייה|factory worker|assembly|factory|industrial|worker
👨‍🏭	1	פועל	איש|גבר|מפעיל|עובד מפעל|עובד תעשייה|man factory worker|assembly|factory|industrial|man|worker
👩‍🏭	1	פועלת	אישה|מפעילה|מפעל|מרכיבה|עובדת|עובדת תעשייה|woman factory worker|assembly|factory|industrial|woman|worker
🧑‍💼	1	עובד/ת משרד	אדריכל|אדריכלית|מנהל|מנהלת|עבודה משרדית|עסק|צווארון לבן|office worker|architect|business|manager|office|white-collar|worker
👨‍💼	1	עובד משרד	אדריכל|איש עסקים|גבר|מנהל|משרד|פקיד|צווארון לבן|man office worker|architect|business|man|manager|office|white-collar|worker
👩‍💼	1	עובדת משרד	אדריכלית|אישה|אשת עסקים|מנהלת|משרד|פקידה|צווארון לבן|woman office worker|architect|business|manager|office|white-collar|woman|worker
🧑‍🔬	1	מדען/ית	ביולוג|ביולוגית|מדען|מדענית|מהנדס|מהנדסת|scientist|biologist|chemist|engineer|mathematician|physicist
👨‍🔬	1	מדען	איש|ביולוג|גבר|כימאי|מהנדס|מעבדה|ניסוי|פיזיקאי|man scientist|biologist|chemist|engineer|man|mathematician|physicist|scientist
👩‍🔬	1	מדענית	אישה|ביולוגית|כימאית|מהנדסת|מקצוע|ניסוי|פיזיקאית|woman scientist|biologist|chemist|engineer|mathematician|physicist|scientist|woman
🧑‍💻	1	טכנולוג/ית	טכנולוג|טכנולוגית|ממציא|מפתח|מפתחת|מתכנת|מתכנתת|technologist|coder|computer|developer|inventor|software
👨‍💻	1	טכנולוג	איש|גבר|הייטק|חוקר|מפתח|מתכנת|תוכנה|man technologist|coder|computer|developer|inventor|man|software|technologist
👩‍💻	1	טכנולוגית	אישה|חוקרת|מפתחת|מתכנתת|תוכנה|woman technologist|coder|computer|developer|inventor|software|technologist|woman
🧑‍🎤	1	זמר/ת	אומן|אמן|אמנית|זמר|זמרת|שחקן|שחקנית|singer|actor|entertainer|rock|rockstar|star
👨‍🎤	1	זמר	איש|בדרן|גבר|כוכב|רוק|שחקן|man singer|actor|entertainer|man|rock|rockstar|singer|star
👩‍🎤	1	זמרת	אישה|בדרנית|כוכבת|רוק|שחקנית|woman singer|actor|entertainer|rock|rockstar|singer|star|woman
🧑‍🎨	1	אומן/ית	אומן|אומנות|אומנית|אמן|אמנות|אמנית|צבעים|artist|palette
👨‍🎨	1	אמן	איש|גבר|צבעים|צייר|man artist|artist|man|palette
👩‍🎨	1	אמנית	אישה|מקצוע|צבעים|ציירת|woman artist|artist|palette|woman
🧑‍✈️	1	טייס/ת	טייס|טייסת|טיסה|מטוס|pilot|plane
👨‍✈️	1	טייס	אדם|איש|גבר|מטוס|man pilot|man|pilot|plane
👩‍✈️	1	טייסת	אדם|אישה|מטוס|woman pilot|pilot|plane|woman
🧑‍🚀	1	אסטרונאוט/ית	אסטרונאוט|אסטרונאוטית|חלל|חללית|astronaut|rocket|space
👨‍🚀	1	אסטרונאוט	איש|גבר|חלל|חללית|משימת חלל|man astronaut|astronaut|man|rocket|space
👩‍🚀	1	אסטרונאוטית	אישה|חלל|חללית|woman astronaut|astronaut|rocket|space|woman
🧑‍🚒	1	לוחם/ת אש	כבאות|כבאי|כבאית|כיבוי|לוחם אש|לוחמת אש|מכבי אש|firefighter|fire|firetruck
👨‍🚒	1	לוחם אש	איש|גבר|כבאי|כיבוי|מכבי אש|man firefighter|fire|firefighter|firetruck|man
👩‍🚒	1	לוחמת אש	אישה|כבאית|כיבוי|מכבי אש|woman firefighter|fire|firefighter|firetruck|woman
👮	1	שוטר	אדם|זימון לבית משפט|חוק|חוק וסדר|מעצר|משטרה|סוכן חשאי|קצין משטרה|police officer|apprehend|arrest|citation|cop|law|officer|over|police|pulled|undercover
👮‍♂️	1	קצין משטרה	איש|גבר|משטרה|שוטר|man police officer|apprehend|arrest|citation|cop|law|man|officer|over|police|pulled|undercover
👮‍♀️	1	קצינת משטרה	אדם|אישה|חוק|מעצר|משטרה|צו מעצר|שוטרת|שוטרת סמויה|woman police officer|apprehend|arrest|citation|cop|law|officer|over|police|pulled|undercover|woman
🕵️	1	בלש	מרגל|detective|sleuth|spy
🕵️‍♂️	1	חוקר פרטי	איש|בלש|גבר|מרגל|man detective|detective|man|sleuth|spy
🕵️‍♀️	1	חוקרת פרטית	אישה|בלשית|מרגלת|woman detective|detective|sleuth|spy|woman
💂	1	שומר	אבטחה|אנגליה|ארמון בקינגהאם|באקינגהאם|לונדון|מאבטח|משמר המלכה|שמירה|guard|buckingham|helmet|london|palace
💂‍♂️	1	מאבטח	איש|גבר|שומר|man guard|buckingham|guard|helmet|london|man|palace
💂‍♀️	1	שומרת	אישה|ארמון באקינגהאם|לונדון|מאבטחת|משמר המלכה|woman guard|buckingham|guard|helmet|london|palace|woman
🥷	1	נינג׳ה	אומנויות לחימה|לוחם|ninja|assassin|fight|fighter|hidden|person|secret|skills|sly|soldier|stealth|war
👷	1	פועל בניין	אדם|איש|בטיחות|מהנדס|עובד בבניין|עובד בניין|פועל|קסדה|construction worker|build|construction|fix|hardhat|hat|man|person|rebuild|remodel|repair|work|worker
👷‍♂️	1	בנאי	איש|בניין|גבר|פועל|man construction worker|build|construction|fix|hardhat|hat|man|rebuild|remodel|repair|work|worker
👷‍♀️	1	פועלת בניין	אישה|בניין|מהנדסת|פועלת|woman construction worker|build|construction|fix|hardhat|hat|man|rebuild|remodel|repair|woman|work|worker
🫅	1	פרצוף עם כתר	אציל|מלך|מלכה|מלכותי|נסיך|נסיכה|person with crown|crown|monarch|noble|person|regal|royal|royalty
🤴	1	נסיך עם כתר	כתר|מלך|נסיך|prince|crown|fairy|fairytale|fantasy|king|royal|royalty|tale
👸	1	נסיכה	אגדה|כתר|מלכה|princess|crown|fairy|fairytale|fantasy|queen|royal|royalty|tale
👳	1	אדם עם טורבן	אדם|אדם חובש טורבן|איש|גבר|חובש טורבן|טורבן|person wearing turban|person|turban|wearing
👳‍♂️	1	גבר עם טורבן	איש|גבר|טורבן|man wearing turban|man|turban|wearing
👳‍♀️	1	אישה עם טורבן	אישה|טורבן|woman wearing turban|turban|wearing|woman
👲	1	אדם עם כובע סיני	כובע|סיני|person with skullcap|cap|chinese|gua|guapi|hat|mao|person|pi|skullcap
🧕	1	אישה עם רעלה	חג׳אב|חיג׳אב|צעיף|רעלה|woman with headscarf|bandana|head|headscarf|hijab|kerchief|mantilla|tichel|woman
🤵	1	איש בטוקסידו	אדם|איש|חליפה|חליפת ערב|חתן|טוקסידו|פורמלי|person in tuxedo|formal|person|tuxedo|wedding
🤵‍♂️	1	גבר בטוקסידו	איש|גבר|חליפה|טוקסידו|man in tuxedo|formal|groom|man|tuxedo|wedding
🤵‍♀️	1	אישה בטוקסידו	אישה|אשה|חליפה|טוקסידו|woman in tuxedo|formal|tuxedo|wedding|woman
👰	1	כלה עם הינומה	הינומה|חתונה|כלה|person with veil|person|veil|wedding
👰‍♂️	1	איש עם הינומה	איש|איש בהינומה|הינומה|man with veil|man|veil|wedding
👰‍♀️	1	אישה עם הינומה	אישה|אישה בהינומה|הינומה|woman with veil|bride|veil|wedding|woman
🤰	1	אישה בהיריון	אישה|היריון|הרה|הריונית|pregnant woman|pregnant|woman
🫃	1	איש עם בטן היריון	בטן|גבר|היריון|כרס|נפוח|שמן|pregnant man|belly|bloated|full|man|overeat|pregnant
🫄	1	בהריון	אישה בהיריון|בטן|היריון|הריון|כרס|נפוח|נפוחה|שמן|pregnant person|belly|bloated|full|overeat|person|pregnant|stuffed
🤱	1	אישה מניקה	אמהות|הנקה|חלב אם|מיניקה|מניקה|תינוק|breast-feeding|baby|breast|feeding|mom|mother|nursing|woman
👩‍🍼	1	אישה מניקה תינוק	אישה|אמא|הנקה|מניקה|תינוק|woman feeding baby|baby|feed|feeding|mom|mother|nanny|newborn|nursing|woman
👨‍🍼	1	איש מניק תינוק	אבא|איש|איש מניק|הנקה|תינוק|man feeding baby|baby|dad|father|feed|feeding|man|nanny|newborn|nursing
🧑‍🍼	1	הנקה של תינוק	אבא|איש|אישה|בקבוק|האכלה|הנקה|חלב|תינוק|person feeding baby|baby|feed|feeding|nanny|newborn|nursing|parent
👼	1	מלאך תינוק	אגדה|מלאך|פנטסיה|תינוק|baby angel|angel|baby|church|face|fairy|fairytale|fantasy|tale
🎅	1	סנטה קלאוס	חג המולד|כריסמס|מתנות|סנטה|Santa Claus|celebration|christmas|claus|fairy|fantasy|father|holiday|merry|santa|tale|xmas
🤶	1	גב׳ סנטה	גב’ קלאוס|גברת|חג המולד|סנטה|Mrs. Claus|celebration|christmas|claus|fairy|fantasy|holiday|merry|mother|mrs|santa|tale|xmas
🧑‍🎄	1	קלאוס	איש|אישה|גב׳ סנטה|גב’ קלאוס|חג המולד|כריסמס|סנטה|קריסמס|Mx Claus|celebration|christmas|claus|fairy|fantasy|holiday|merry|mx|santa|tale|xmas
🦸	1	גיבור על	גיבורה|גיבורת על|טוב|כוחות על|superhero|good|hero|superpower
🦸‍♂️	1	סופרמן	גיבור|גיבור על|man superhero|good|hero|man|superhero|superpower
🦸‍♀️	1	סופרוומן	אישה|גיבורה|גיבורת על|woman superhero|good|hero|heroine|superhero|superpower|woman
🦹	1	נבל על	כוחות הרשע|נבל|פושע|רשע|supervillain|bad|criminal|evil|superpower|villain
🦹‍♂️	1	רשע בעל כוחות על	כוחות הרשע|כוחות על|נבל|פושע|רשע|man supervillain|bad|criminal|evil|man|superpower|supervillain|villain
🦹‍♀️	1	מרשעת על	כוחות הרשע|מרשעת|פושעת|woman supervillain|bad|criminal|evil|superpower|supervillain|villain|woman
🧙	1	קוסם	אדם|אשף|כישוף|מכשף|משחק תפקידים|פנטזיה|קסם|mage|fantasy|magic|play|sorcerer|sorceress|sorcery|spell|summon|witch|wizard
🧙‍♂️	1	קוסם עם זקן	כישוף|מכשף|קוסם|קסם|man mage|fantasy|mage|magic|man|play|sorcerer|sorceress|sorcery|spell|summon|witch|wizard
🧙‍♀️	1	קוסמת	כישוף|מכשפה|קסם|woman mage|fantasy|mage|magic|play|sorcerer|sorceress|sorcery|spell|summon|witch|wizard|woman
🧚	1	פיה	אגדה|טיטניה|טינקרבל|כנפיים|מיתוס|פנטזיה|שדונת|fairy|fairytale|fantasy|myth|person|pixie|tale|wings
🧚‍♂️	1	פיה בן	אוברון|פוק|man fairy|fairy|fairytale|fantasy|man|myth|oberon|person|pixie|puck|tale|wings
🧚‍♀️	1	פיה בת	טיטניה|טינקרבל|woman fairy|fairy|fairytale|fantasy|myth|person|pixie|tale|titania|wings|woman
🧛	1	ערפד	אדם ערפד|דם|דרקולה|האלווין|חי מת|ניבים|על טבעי|שיניים|תחפושת|vampire|blood|dracula|fangs|halloween|scary|supernatural|teeth|undead
🧛‍♂️	1	ערפד בן	דרקולה|man vampire|blood|fangs|halloween|man|scary|supernatural|teeth|undead|vampire
🧛‍♀️	1	ערפדית	באפי|דרוסילה|woman vampire|blood|fangs|halloween|scary|supernatural|teeth|undead|vampire|woman
🧜	1	בתולת ים	בת הים|בת ים|ים|merperson|creature|fairytale|folklore|ocean|sea|siren|trident
🧜‍♂️	1	בן ים	טריטון|merman|creature|fairytale|folklore|neptune|ocean|poseidon|sea|siren|trident|triton
🧜‍♀️	1	בת הים	סירונית|mermaid|creature|fairytale|folklore|merwoman|ocean|sea|siren|trident
🧝	1	אלף	אדם שדון|יצור קסום|מיסטי|מיתוס|פולקלור|פנטזיה|שדון|elf|elves|enchantment|fantasy|folklore|magic|magical|myth
🧝‍♂️	1	אלף בן	יצור קסום|man elf|elf|elves|enchantment|fantasy|folklore|magic|magical|man|myth
🧝‍♀️	1	אלפית	יצור קסום|woman elf|elf|elves|enchantment|fantasy|folklore|magic|magical|myth|woman
🧞	1	שד	ג׳ין|ג׳יני|משאלה|משאלות|שדון|genie|djinn|fantasy|jinn|lamp|myth|rub|wishes
🧞‍♂️	1	דמון	אשמדאי|ג׳יני|שד|שדון|man genie|djinn|fantasy|genie|jinn|lamp|man|myth|rub|wishes
🧞‍♀️	1	שדה	ג׳יני|שדונית|woman genie|djinn|fantasy|genie|jinn|lamp|myth|rub|wishes|woman
🧟	1	זומבי	האלווין|מפחיד|מת מהלך|zombie|apocalypse|dead|halloween|horror|scary|undead|walking
🧟‍♂️	1	זומבי גבר	מת מהלך|man zombie|apocalypse|dead|halloween|horror|man|scary|undead|walking|zombie
🧟‍♀️	1	זומבי אישה	מתה מהלכת|woman zombie|apocalypse|dead|halloween|horror|scary|undead|walking|woman|zombie
🧌	1	טרול	אגדה|יצור|מפלצת|פנטזיה|troll|fairy|fantasy|monster|tale|trolling
💆	1	עיסוי פנים	טיפול|מכון יופי|מסאז׳|סלון יופי|ספא|עיסוי|פנים|רגיעה|תרפיה|person getting massage|face|getting|headache|massage|person|relax|relaxing|salon|soothe|spa|tension|therapy|treatment
💆‍♂️	1	גבר מקבל עיסוי פנים	איש|גבר|מסאג׳|עיסוי|פנים|man getting massage|face|getting|headache|man|massage|relax|relaxing|salon|soothe|spa|tension|therapy|treatment
💆‍♀️	1	אישה מקבלת עיסוי פנים	אישה|עיסוי|פנים|woman getting massage|face|getting|headache|massage|relax|relaxing|salon|soothe|spa|tension|therapy|treatment|woman
💇	1	תספורת	אישה|אישה מסתפרת|טיפוח|יופי|מספרה|סלון יופי|ספר|שיער|תסרוקת|person getting haircut|barber|beauty|chop|cosmetology|cut|groom|hair|haircut|parlor|person|shears|style
💇‍♂️	1	גבר מסתפר	אדם|איש|גבר|מספרה|תספורת|man getting haircut|barber|beauty|chop|cosmetology|cut|groom|hair|haircut|man|parlor|person|shears|style
💇‍♀️	1	אישה מסתפרת	אישה|תספורת|woman getting haircut|barber|beauty|chop|cosmetology|cut|groom|hair|haircut|parlor|person|shears|style|woman
🚶	1	איש הולך	אדם|הולך|הליכה|טיול|טיול רגלי|משוטט|צעידה|person walking|amble|gait|hike|man|pace|pedestrian|person|stride|stroll|walk|walking
🚶‍♂️	1	גבר הולך	איש|גבר|הולך|הליכה|man walking|amble|gait|hike|man|pace|pedestrian|stride|stroll|walk|walking
🚶‍♀️	1	אישה הולכת	אישה|הולכת|הליכה|צעידה|woman walking|amble|gait|hike|man|pace|pedestrian|stride|stroll|walk|walking|woman
🧍	1	אדם עומד	עומד|עמידה|person standing|person|stand|standing
🧍‍♂️	1	איש עומד	איש|גבר|עומד|עמידה|man standing|man|stand|standing
🧍‍♀️	1	אישה עומדת	אישה|עומדת|עמידה|woman standing|stand|standing|woman
🧎	1	אדם כורע ברך	כריעה|כריעת ברך|לכרוע ברך|person kneeling|kneel|kneeling|knees|person
🧎‍♂️	1	איש כורע ברך	איש|גבר|כורע ברך|לכרוע ברך|man kneeling|kneel|kneeling|knees|man
🧎‍♀️	1	אישה כורעת ברך	אישה|כורעת ברך|woman kneeling|kneel|kneeling|knees|woman
🧑‍🦯	1	אדם עם מקל נחייה	לקוי ראייה|נגישות|עיוור|person with white cane|accessibility|blind|cane|person|probing|white
👨‍🦯	1	איש עם מקל נחייה	לקוי ראייה|נגישות|עיוור|man with white cane|accessibility|blind|cane|man|probing|white
👩‍🦯	1	אישה עם מקל נחייה	לקויית ראייה|נגישות|עיוורת|woman with white cane|accessibility|blind|cane|probing|white|woman
🧑‍🦼	1	אדם בכסא גלגלים ממונע	כסא גלגלים|נגישות|נכה|person in motorized wheelchair|accessibility|motorized|person|wheelchair
👨‍🦼	1	איש בכסא גלגלים ממונע	איש|גבר|כסא גלגלים|נגישות|נכה|man in motorized wheelchair|accessibility|man|motorized|wheelchair
👩‍🦼	1	אישה בכסא גלגלים ממונע	אישה|כסא גלגלים|נגישות|נכה|woman in motorized wheelchair|accessibility|motorized|wheelchair|woman
🧑‍🦽	1	אדם בכסא גלגלים ידני	כסא גלגלים|נגישות|נכה|person in manual wheelchair|accessibility|manual|person|wheelchair
👨‍🦽	1	איש בכסא גלגלים ידני	איש|גבר|כיסא גלגלים|כסא גלגלים|כסא גלגלים ידני|נגישות|נכה|man in manual wheelchair|accessibility|man|manual|wheelchair
👩‍🦽	1	אישה בכסא גלגלים ידני	אישה|כסא גלגלים|נגישות|נכה|woman in manual wheelchair|accessibility|manual|wheelchair|woman
🏃	1	רץ	אדם רץ|איש רץ|במהירות|לרוץ|מהר|מרוץ|מרתון|ריצה|תנועה|person running|fast|hurry|marathon|move|person|quick|race|racing|run|rush|speed
🏃‍♂️	1	גבר רץ	איש|גבר|ממהר|מרוץ|מרתון|ריצה|man running|fast|hurry|man|marathon|move|quick|race|racing|run|rush|speed
🏃‍♀️	1	אישה רצה	אישה|ממהרת|מרוץ|מרתון|ריצה|woman running|fast|hurry|marathon|move|quick|race|racing|run|rush|speed|woman
💃	1	רקדנית	אישה רוקדת|טנגו|לרקוד|מסיבה|סלסה|פלמנקו|רוקדת|woman dancing|dance|dancer|dancing|elegant|festive|flair|flamenco|groove|let’s|salsa|tango|woman
🕺	1	איש רוקד	אדם|איש|דיסקו|סלסה|פלמנקו|רוקד|ריקוד|רקדן|man dancing|dance|dancer|dancing|elegant|festive|flair|flamenco|groove|let’s|man|salsa|tango
🕴️	1	אדם בחליפת עסקים מרחף	אדם|איש עסקים|חליפה|מרחף בחליפת עסקים|person in suit levitating|business|levitating|person|suit
👯	1	נשים עם אוזני ארנב רוקדות	אוזני ארנב|אוזני שפן|אישה|ארנבות|מסיבה|רוקדות|רקדניות|שפנפנות|תאומות|people with bunny ears|bestie|bff|bunny|counterpart|dancer|double|ear|identical|pair|party|partying|people|soulmate|twin|twinsies
👯‍♂️	1	גברים עם אוזני ארנב רוקדים	אוזני ארנב|איש|בנים חוגגים|בנים רוקדים עם אוזני ארנב|גבר|מסיבה|רקדן|men with bunny ears|bestie|bff|bunny|counterpart|dancer|double|ear|identical|men|pair|party|partying|people|soulmate|twin|twinsies
👯‍♀️	1	נשים עם אוזני ארנב	אישה|בנות חוגגות|חגיגה|מסיבה|נשים רוקדות עם אוזני ארנב|תחפושת|women with bunny ears|bestie|bff|bunny|counterpart|dancer|double|ear|identical|pair|party|partying|people|soulmate|twin|twinsies|women
🧖	1	מישהי בסאונה	אדם|אישה בסאונה|סאונה|ספא|פינוק|פינוק בספא|רגיעה|person in steamy room|day|luxurious|pamper|person|relax|room|sauna|spa|steam|steambath|unwind
🧖‍♂️	1	גבר בסאונה	סאונה|ספא|man in steamy room|day|luxurious|man|pamper|relax|room|sauna|spa|steam|steambath|unwind
🧖‍♀️	1	אישה בסאונה	סאונה|ספא|woman in steamy room|day|luxurious|pamper|relax|room|sauna|spa|steam|steambath|unwind|woman
🧗	1	מישהו מטפס	אדם|הר|טיפוס|טיפוס הרים|טיפוס סלעים|טיפוס על הר|מטפס|מטפסת|person climbing|climb|climber|climbing|mountain|person|rock|scale|up
🧗‍♂️	1	איש מטפס	טיפוס|מטפס|man climbing|climb|climber|climbing|man|mountain|rock|scale|up
🧗‍♀️	1	אישה מטפסת	טיפוס|מטפסת|woman climbing|climb|climber|climbing|mountain|rock|scale|up|woman
🤺	1	סייף	דקירה|סיף|ספורט|person fencing|fencer|fencing|person|sword
🏇	1	מירוצי סוסים	מירוץ|מרוץ סוסים|מרוצי סוסים|סוס|פרש|רוכב|horse racing|horse|jockey|racehorse|racing|riding|sport
⛷️	1	גולש סקי	גולש|ספורט|סקי|שלג|skier|ski|snow
🏂️	1	גולש סנובורד	גולש|סנובורד|ספורט|סקי|שלג|snowboarder|ski|snow|snowboard|sport
🏌️	1	שחקן גולף	גולף|הנפה|ירוק|מחבט|מסלול גולף|משחק|נושא כלים|ספורט|שחקן|person golfing|ball|birdie|caddy|driving|golf|golfing|green|person|pga|putt|range|tee
🏌️‍♂️	1	גבר משחק גולף	איש|גבר|גולף|man golfing|ball|birdie|caddy|driving|golf|golfing|green|man|pga|putt|range|tee
🏌️‍♀️	1	אישה משחקת גולף	אישה|גולף|woman golfing|ball|birdie|caddy|driving|golf|golfing|green|pga|putt|range|tee|woman
🏄️	1	גולש גלים	אדם גולש על גלשן|גולש|גלים|גלישה|גלישת גלים|גלשן|חוף|ים|ספורט|person surfing|beach|ocean|person|sport|surf|surfer|surfing|swell|waves
🏄‍♂️	1	גבר גולש	איש|גבר|גלישה|man surfing|beach|man|ocean|sport|surf|surfer|surfing|swell|waves
🏄‍♀️	1	אישה גולשת	אדם|אישה|גלים|גלישה|ים|לגלוש|ספורט|woman surfing|beach|ocean|person|sport|surf|surfer|surfing|swell|waves
🚣	1	סירת משוטים	אגם|אדם בסירה|אדם חותר בסירת משוטים|דייג|חתירה|ים|משוטים|נהר|סירה|שייט|person rowing boat|boat|canoe|cruise|fishing|lake|oar|paddle|person|raft|river|row|rowboat|rowing
🚣‍♂️	1	גבר חותר בסירה	איש|גבר|חתירה|סירה|man rowing boat|boat|canoe|cruise|fishing|lake|man|oar|paddle|raft|river|row|rowboat|rowing
🚣‍♀️	1	אישה חותרת בסירה	אדם|אישה|חתירה|סירה|סירת משוטים|woman rowing boat|boat|canoe|cruise|fishing|lake|oar|paddle|raft|river|row|rowboat|rowing|woman
🏊️	1	שחיין	אדם שוחה|בריכה|גבר שוחה|טריאתלון|ים|סגנון חופשי|שוחה|שחייה|person swimming|freestyle|person|sport|swim|swimmer|swimming|triathlon
🏊‍♂️	1	גבר שוחה	איש|גבר|שוחה|שחייה|שחיין|man swimming|freestyle|man|sport|swim|swimmer|swimming|triathlon
🏊‍♀️	1	אישה שוחה	אישה|בריכה|לשחות|שוחה|שחיה|שחייה|שחיינית|woman swimming|freestyle|man|sport|swim|swimmer|swimming|triathlon
⛹️	1	הקפצת כדור	ילד מכדרר כדורסל|ילד מקפיץ כדור|כדור|כדורסל|מקפיץ כדור|ספורט|person bouncing ball|athletic|ball|basketball|bouncing|championship|dribble|net|person|player|throw
⛹️‍♂️	1	גבר מקפיץ כדור	איש|גבר|כדור|man bouncing ball|athletic|ball|basketball|bouncing|championship|dribble|man|net|player|throw
⛹️‍♀️	1	אישה מקפיצה כדור	אישה|כדור|כדורסל|כדורסלנית|מכדררת|woman bouncing ball|athletic|ball|basketball|bouncing|championship|dribble|net|player|throw|woman
🏋️	1	מרים משקולות	אימון|בודי בילדר|כושר|מרים|משקולות|משקולת|משקל|פיתוח גוף|person lifting weights|barbell|bodybuilder|deadlift|lifter|lifting|person|powerlifting|weight|weightlifter|weights|workout
🏋️‍♂️	1	גבר מרים משקולות	איש|גבר|משקולות|man lifting weights|barbell|bodybuilder|deadlift|lifter|lifting|man|powerlifting|weight|weightlifter|weights|workout
🏋️‍♀️	1	אישה מרימה משקולות	אישה|מרימת משקולות|משקולות|מתעמלת|woman lifting weights|barbell|bodybuilder|deadlift|lifter|lifting|powerlifting|weight|weightlifter|weights|woman|workout
🚴	1	רוכב אופניים	אדם|אדם רוכב על אופניים|אופניים|ספורט|רוכב על אופניים|רכיבה|רכיבה על אופניים|רכיבת אופניים|person biking|bicycle|bicyclist|bike|biking|cycle|cyclist|person|riding|sport
🚴‍♂️	1	גבר רוכב על אופניים	אופניים|איש|גבר|רוכב אופניים|רכיבה על אופניים|man biking|bicycle|bicyclist|bike|biking|cycle|cyclist|man|riding|sport
🚴‍♀️	1	אישה רוכבת על אופניים	אופניים|אישה|ספורט|רוכבת אופניים|רכיבה על אופניים|woman biking|bicycle|bicyclist|bike|biking|cycle|cyclist|riding|sport|woman
🚵	1	רוכב אופני הרים	אדם|אופני הרים|אופניים|ספורט|ספורטאי|רוכב אופניים|רכיבה|רכיבה על אופני הרים|רכיבה על אופניים|person mountain biking|bicycle|bicyclist|bike|biking|cycle|cyclist|mountain|person|riding|sport
🚵‍♂️	1	גבר רוכב על אופני הרים	אופניים|איש|גבר|הרים|רוכב אופניים|man mountain biking|bicycle|bicyclist|bike|biking|cycle|cyclist|man|mountain|riding|sport
🚵‍♀️	1	אישה רוכבת על אופני הרים	אדם|אופניים|אישה|הרים|רוכבת אופניים|woman mountain biking|bicycle|bicyclist|bike|biking|cycle|cyclist|mountain|riding|sport|woman
🤸	1	גלגלון	גלגול|הנאה|התעמלות|ילדה עושה גלגלון|ספורט|פעילות גופנית|שמחה|person cartwheeling|active|cartwheel|cartwheeling|excited|flip|gymnastics|happy|person|somersault
🤸‍♂️	1	גבר מבצע גלגלון	אדם|איש|גבר|גלגלון|התעמלות|ילד עושה גלגלון|ספורט|פעילות|שמחה|man cartwheeling|active|cartwheel|cartwheeling|excited|flip|gymnastics|happy|man|somersault
🤸‍♀️	1	אישה מבצעת גלגלון	אישה|אקרובטיקה|גלגלון|התעמלות|ילדה עושה גלגלון|ספורט|עמידת ידיים|פעילות|שמחה|woman cartwheeling|active|cartwheel|cartwheeling|excited|flip|gymnastics|happy|somersault|woman
🤼	1	מתאבקים	גברים בזירת היאבקות|היאבקות|זירה|טורניר היאבקות|מתאבק|ספורט|קרב|people wrestling|combat|duel|grapple|people|ring|tournament|wrestle|wrestling
🤼‍♂️	1	גברים מתאבקים	אדם|גברים|דו-קרב|היאבקות|התאבקות|זירת אגרוף|זירת התאבקות|טורניר היאבקות|קרב|men wrestling|combat|duel|grapple|men|ring|tournament|wrestle|wrestling
🤼‍♀️	1	נשים מתאבקות	האבקות|היאבקות|התאבקות|זירה|טורניר התאבקות|נשים|נשים בזירת התאגרפות|קרב|women wrestling|combat|duel|grapple|ring|tournament|women|wrestle|wrestling
🤽	1	כדורמים	אדם משחק כדור-מים|בריכה|כדור מים|כדור-מים|ספורט|ספורט במים|ספורט מים|פולו מים|שחייה|person playing water polo|person|playing|polo|sport|swimming|water|waterpolo
🤽‍♂️	1	גבר משחק כדור-מים	אדם|איש|בריכה|גבר|כדור מים|ספורט מים|פולו מים|man playing water polo|man|playing|polo|sport|swimming|water|waterpolo
🤽‍♀️	1	אישה משחקת כדור-מים	אישה|בריכה|כדור מים|כדור-מים|כדורמים|ספורט מים|פולו מים|שחייה|woman playing water polo|playing|polo|sport|swimming|water|waterpolo|woman
🤾	1	כדוריד	אדם|הדיפת כדור|הטלת כדור|זריקת כדור|כדור|כדור יד|משחק כדור|ספורט|ספורטאי|person playing handball|athletics|ball|catch|chuck|handball|hurl|lob|person|pitch|playing|sport|throw|toss
🤾‍♂️	1	גבר משחק כדוריד	אדם|איש|גבר|גבר משחק כדור יד|כדור יד|כדוריד|ספורטאי|man playing handball|athletics|ball|catch|chuck|handball|hurl|lob|man|pitch|playing|sport|throw|toss
🤾‍♀️	1	אישה משחקת כדור יד	אדם|אישה|כדור|כדור יד|כדור-יד|כדוריד|ספורט|ספורטאית|תפיסת כדור|woman playing handball|athletics|ball|catch|chuck|handball|hurl|lob|pitch|playing|sport|throw|toss|woman
🤹	1	להטוטן	אדם עושה ג׳גלינג|איזון|ג׳גלינג|זריקת כדורים באוויר|להטוט|מולטי-טסק|מולטיטסקינג|מיומנות|ריבוי משימות|person juggling|act|balance|balancing|handle|juggle|juggling|manage|multitask|person|skill
🤹‍♂️	1	גבר עושה ג׳גלינג	אדם|איזון|איש|ג׳אגלינג|ג׳גלינג|גבר מלהטט|זריקת כדורים באוויר|להטוטנות|מולטי-טסקינג|עומס|ריבוי משימות|man juggling|act|balance|balancing|handle|juggle|juggling|man|manage|multitask|skill
🤹‍♀️	1	אישה עושה ג׳גלינג	אישה|אישה מלהטטת|ג׳גלינג|להטוטנות|מולטי-טסקינג|עומס|ריבוי משימות|woman juggling|act|balance|balancing|handle|juggle|juggling|manage|multitask|skill|woman
🧘	1	מישהי בתנוחת לוטוס	אישה משלבת רגליים|זן|יוגה|ישיבת לוטוס|ישיבת מדיטציה|לוטוס|מדיטציה|מנוחה|רגליים משולבות|שילוב רגליים|person in lotus position|cross|legged|legs|lotus|meditation|peace|person|position|relax|serenity|yoga|yogi|zen
🧘‍♂️	1	איש בתנוחת לוטוס	יוגה|לוטוס|מדיטציה|man in lotus position|cross|legged|legs|lotus|man|meditation|peace|position|relax|serenity|yoga|yogi|zen
🧘‍♀️	1	אישה בתנוחת לוטוס	יוגה|לוטוס|מדיטציה|woman in lotus position|cross|legged|legs|lotus|meditation|peace|position|relax|serenity|woman|yoga|yogi|zen
🛀	1	אדם באמבטיה	אמבטיה|מקלחת|person taking bath|bath|bathtub|person|taking|tub
🛌	1	אדם במיטה	חרופ|ישן|לילה|לילה טוב|לישון|מיטה|מלון|עייפות|שינה|person in bed|bed|bedtime|good|goodnight|hotel|nap|night|person|sleep|tired|zzz
🧑‍🤝‍🧑	1	אנשים מחזיקים ידיים	זוג|יד|ידיים|מחזיקים ידיים|תאומים|people holding hands|bae|bestie|bff|couple|dating|flirt|friends|hand|hold|people|twins
👭	1	שתי נשים מחזיקות ידיים	אחיות|זוג|זוג בנות|חברות|ידיים|לסביות|מחזיקות ידיים|נשים|women holding hands|bae|bestie|bff|couple|dating|flirt|friends|girls|hand|hold|sisters|twins|women
👫	1	איש ואישה מחזיקים ידיים	איש|אישה|זוג|ידיים|מחזיקים ידיים|woman and man holding hands|bae|bestie|bff|couple|dating|flirt|friends|hand|hold|man|twins|woman
👬	1	שני גברים מחזיקים ידיים	אהבה|גברים|גיי|זוג|חברים|ידיים|מחזיקים ידיים|men holding hands|bae|bestie|bff|boys|brothers|couple|dating|flirt|friends|hand|hold|men|twins
💏	1	נשיקה	אהבה|ולנטיין|זוג|טו באב|לב|רומנטי|רומנטיקה|kiss|anniversary|babe|bae|couple|date|dating|heart|love|mwah|person|romance|together|xoxo
👩‍❤️‍💋‍👨	1	kiss: woman, man	anniversary|babe|bae|couple|date|dating|heart|kiss|love|man|mwah|person|romance|together|woman|xoxo
👨‍❤️‍💋‍👨	1	kiss: man, man	anniversary|babe|bae|couple|date|dating|heart|kiss|love|man|mwah|person|romance|together|xoxo
👩‍❤️‍💋‍👩	1	kiss: woman, woman	anniversary|babe|bae|couple|date|dating|heart|kiss|love|mwah|person|romance|together|woman|xoxo
💑	1	זוג עם לב	אהבה|זוג|לב|רומנטי|רומנטיקה|couple with heart|anniversary|babe|bae|couple|dating|heart|kiss|love|person|relationship|romance|together|you
👩‍❤️‍👨	1	couple with heart: woman, man	anniversary|babe|bae|couple|dating|heart|kiss|love|man|person|relationship|romance|together|woman|you
👨‍❤️‍👨	1	couple with heart: man, man	anniversary|babe|bae|couple|dating|heart|kiss|love|man|person|relationship|romance|together|you
👩‍❤️‍👩	1	couple with heart: woman, woman	anniversary|babe|bae|couple|dating|heart|kiss|love|person|relationship|romance|together|woman|you
👨‍👩‍👦	1	family: man, woman, boy	boy|child|family|man|woman
👨‍👩‍👧	1	family: man, woman, girl	child|family|girl|man|woman
👨‍👩‍👧‍👦	1	family: man, woman, girl, boy	boy|child|family|girl|man|woman
👨‍👩‍👦‍👦	1	family: man, woman, boy, boy	boy|child|family|man|woman
👨‍👩‍👧‍👧	1	family: man, woman, girl, girl	child|family|girl|man|woman
👨‍👨‍👦	1	family: man, man, boy	boy|child|family|man
👨‍👨‍👧	1	family: man, man, girl	child|family|girl|man
👨‍👨‍👧‍👦	1	family: man, man, girl, boy	boy|child|family|girl|man
👨‍👨‍👦‍👦	1	family: man, man, boy, boy	boy|child|family|man
👨‍👨‍👧‍👧	1	family: man, man, girl, girl	child|family|girl|man
👩‍👩‍👦	1	family: woman, woman, boy	boy|child|family|woman
👩‍👩‍👧	1	family: woman, woman, girl	child|family|girl|woman
👩‍👩‍👧‍👦	1	family: woman, woman, girl, boy	boy|child|family|girl|woman
👩‍👩‍👦‍👦	1	family: woman, woman, boy, boy	boy|child|family|woman
👩‍👩‍👧‍👧	1	family: woman, woman, girl, girl	child|family|girl|woman
👨‍👦	1	family: man, boy	boy|child|family|man
👨‍👦‍👦	1	family: man, boy, boy	boy|child|family|man
👨‍👧	1	family: man, girl	child|family|girl|man
👨‍👧‍👦	1	family: man, girl, boy	boy|child|family|girl|man
👨‍👧‍👧	1	family: man, girl, girl	child|family|girl|man
👩‍👦	1	family: woman, boy	boy|child|family|woman
👩‍👦‍👦	1	family: woman, boy, boy	boy|child|family|woman
👩‍👧	1	family: woman, girl	child|family|girl|woman
👩‍👧‍👦	1	family: woman, girl, boy	boy|child|family|girl|woman
👩‍👧‍👧	1	family: woman, girl, girl	child|family|girl|woman
🗣️	1	צללית ראש מדבר	דיבור|מדבר|פרצוף|צללית|ראש|שיעול|speaking head|face|head|silhouette|speak|speaking
👤	1	צללית ראש וחזה	חזה|צל|צללית|ראש|bust in silhouette|bust|mysterious|shadow|silhouette
👥	1	שתי צלליות ראש וחזה	חברים|חזה|צללית|ראש|busts in silhouette|bff|bust|busts|everyone|friend|friends|people|silhouette
🫂	1	אנשים מתחבקים	אהבה|חיבוק|ניחום|פרידה|תודה|people hugging|comfort|embrace|farewell|friendship|goodbye|hello|hug|hugging|love|people|thanks
👪️	1	משפחה	אבא|אמא|הורים|ילד|ילדה|family|child
👣	1	טביעות רגל	כפות רגליים|עקבות|footprints|barefoot|clothing|footprint|omw|print|walk
🐵	3	פני קוף	בעל חיים|פנים|קוף|monkey face|animal|banana|face|monkey
🐒	3	קוף	בעל חיים|קופיף|monkey|animal|banana
🦍	3	גורילה	בעל חיים|gorilla|animal
🦧	3	אורנגאוטן	אורנג-אוטן|אורנג-אוטנג|בעל חיים|קוף|orangutan|animal|ape|monkey
🐶	3	פני כלב	חיית מחמד|כלב|כלבלב|פנים|dog face|adorbs|animal|dog|face|pet|puppies|puppy
🐕️	3	כלב	חיית מחמד|dog|animal|animals|dogs|pet
🦮	3	כלב נחייה	נגישות|נחייה|עיוורים|guide dog|accessibility|animal|blind|dog|guide
🐕‍🦺	3	כלב שירות	כלב|נגישות|נחייה|עיוורים|שירות|service dog|accessibility|animal|assistance|dog|service
🐩	3	פודל	בעל חיים|חיית מחמד|כלב|poodle|animal|dog|fluffy
🐺	3	זאב	בעל חיים|פנים|wolf|animal|face
🦊	3	שועל	פני שועל|פנים|fox|animal|face
🦝	3	רקון	בעל חיים|דביבון|סקרן|ערמומי|raccoon|animal|curious|sly
🐱	3	פני חתול	חיית מחמד|חתול|חתלתול|פנים|cat face|animal|cat|face|kitten|kitty|pet
🐈️	3	חתול	בעל חיים|חיית מחמד|cat|animal|animals|cats|kitten|pet
🐈‍⬛	3	חתול שחור	חתול|חתלתול|מיאו|שחור|black cat|animal|black|cat|feline|halloween|meow|unlucky
🦁	3	אריה	בעל חיים|ספארי|פני אריה|פנים|פרצוף אריה|lion|alpha|animal|face|leo|mane|order|rawr|roar|safari|strong|zodiac
🐯	3	פני טיגריס	חמוד|טיגריס|טייגר|פנים|tiger face|animal|big|cat|face|predator|tiger
🐅	3	טיגריס	בעל חיים|טורף|טייגר|יונק|tiger|animal|big|cat|predator|zoo
🐆	3	נמר	בעל חיים|ברדלס|טורף|leopard|animal|big|cat|predator|zoo
🐴	3	פני סוס	בעל חיים|סוס|פנים|horse face|animal|dressage|equine|face|farm|horse|horses
🫎	3	אייל קורא	אייל|בעל חיים|חיה|מוס|קרניים|moose|alces|animal|antlers|elk|mammal
🫏	3	חמור	אתון|בועט|בעל חיים|חיה|עקשנות|donkey|animal|ass|burro|hinny|mammal|mule|stubborn
🐎	3	סוס	דוהר|מרוצי סוסים|סוס מרוץ|horse|animal|equestrian|farm|racehorse|racing
🦄	3	חד קרן	פני חד קרן|פני חד-קרן|פנים|unicorn|face
🦓	3	זברה	בעל חיים|פסים|zebra|animal|stripe
🦌	3	אייל	איילים|איל|בעל חיים|deer|animal
🦬	3	ביזון	בופאלו|בעל חיים|בפאלו|חיה|עדר|תאו|bison|animal|buffalo|herd|wisent
🐮	3	פני פרה	בעל חיים|חווה|חלב|פנים|פרה|cow face|animal|cow|face|farm|milk|moo
🐂	3	שור	בעל חיים|בקר|פר|ox|animal|animals|bull|farm|taurus|zodiac
🐃	3	תאו המים	באפלו|בעל חיים|מים|תאו|water buffalo|animal|buffalo|water|zoo
🐄	3	פרה	בעל חיים|חווה|רפת|cow|animal|animals|farm|milk|moo
🐷	3	פני חזיר	בעל חיים|חזיר|פנים|pig face|animal|bacon|face|farm|pig|pork
🐖	3	חזיר	בעל חיים|חזירה|pig|animal|bacon|farm|pork|sow
🐗	3	חזיר בר	בעל חיים|חזיר|boar|animal|pig
🐽	3	אף חזיר	אף|חזיר|pig nose|animal|face|farm|nose|pig|smell|snout
🐏	3	אַיִל	אייל|איל|גלגל המזלות|טלה|כבש|מזל טלה|ram|animal|aries|horns|male|sheep|zodiac|zoo
🐑	3	כבשה	בעל חיים|כבש|ewe|animal|baa|farm|female|fluffy|lamb|sheep|wool
🐐	3	תיש	בעל חיים|גדי|עז|צאן|goat|animal|capricorn|farm|milk|zodiac
🐪	3	גמל	דבשת|מדבר|camel|animal|desert|dromedary|hump|one
🐫	3	גמל דו-דבשתי	גמל|דבשת|דו-דבשתי|מדבר|two-hump camel|animal|bactrian|camel|desert|hump|two|two-hump
🦙	3	למה	אלפקה|בעל חיים|גואניקו|צמר|llama|alpaca|animal|guanaco|vicuña|wool
🦒	3	ג׳ירף	בעל חיים|בעלי חיים|ג׳ירפה|נקודות|giraffe|animal|spots
🐘	3	פיל	בעל חיים|elephant|animal
🦣	3	ממותה	בעל חיים|חט|נכחד|ענק|פרה היסטורי|צמרי|mammoth|animal|extinction|large|tusk|wooly
🦏	3	קרנף	בעל חיים|rhinoceros|animal
🦛	3	היפופוטם	בעל חיים|היפו|hippopotamus|animal|hippo
🐭	3	פני עכבר	בעל חיים|עכבר|פנים|mouse face|animal|face|mouse
🐁	3	עכבר	בעל חיים|mouse|animal|animals
🐀	3	חולדה	עכבר|עכברוש|rat|animal
🐹	3	אוגר	בעל חיים|חיית מחמד|פני אוגר|פנים|hamster|animal|face|pet
🐰	3	פני ארנב	ארנב|בעל חיים|חיית מחמד|פנים|שפן|שפנפן|rabbit face|animal|bunny|face|pet|rabbit
🐇	3	ארנב	ארנבון|ארנבת|בעל חיים|שפן|rabbit|animal|bunny|pet
🐿️	3	סנאי	בעל חיים|chipmunk|animal|squirrel
🦫	3	בונה	בעל חיים|סכר|סכרים|beaver|animal|dam|teeth
🦔	3	קיפוד	קוצים|קוצני|hedgehog|animal|spiny
🦇	3	עטלף	בעל חיים|מעופף|ערפד|bat|animal|vampire
🐻	3	דוב	בעל חיים|דב|דובי|פני דוב|פנים|bear|animal|face|grizzly|growl|honey
🐻‍❄️	3	דוב קוטב	ארקטי|דוב|לבן|קוטב|polar bear|animal|arctic|bear|polar|white
🐨	3	קואלה	אוסטרליה|בעל חיים|חיית כיס|פנים|קוואלה|koala|animal|australia|bear|down|face|marsupial|under
🐼	3	פנדה	בעל חיים|פני פנדה|פנים|panda|animal|bamboo|face
🦥	3	עצלן	איטי|sloth|lazy|slow
🦦	3	לוטרה	כלב נהר|שעשוע|otter|animal|fishing|playful
🦨	3	בואש	מסריח|סירחון|skunk|animal|stink
🦘	3	קנגורו	אוסטרליה|בעל חיים|חיית כיס|קפיצות|kangaroo|animal|joey|jump|marsupial
🦡	3	גירית	בעל חיים|גירית הדבש|סמוריים|badger|animal|honey|pester
🐾	3	טביעות רגל של חיה	טביעות רגל|כפות רגל|עקבות|paw prints|feet|paw|paws|print|prints
🦃	3	תרנגול הודו	בעל חיים|עוף|turkey|bird|gobble|thanksgiving
🐔	3	תרנגולת	בעל חיים|עוף|ציפור|תרנגול|chicken|animal|bird|ornithology
🐓	3	תרנגול	בעל חיים|עוף|ציפור|rooster|animal|bird|ornithology
🐣	3	אפרוח בוקע	אפרוח|בוקע|ביצה|hatching chick|animal|baby|bird|chick|egg|hatching
🐤	3	אפרוח	בעל חיים|גוזל|ציפור|baby chick|animal|baby|bird|chick|ornithology
🐥	3	אפרוח מלפנים	אפרוח|גוזל|front-facing baby chick|animal|baby|bird|chick|front-facing|newborn|ornithology
🐦️	3	ציפור	אפרוח|בעל חיים|גוזל|bird|animal|ornithology
🐧	3	פינגווין	בעל חיים|ציפור|penguin|animal|antarctica|bird|ornithology
🕊️	3	יונה	עלה זית|שלום|dove|bird|fly|ornithology|peace
🦅	3	נשר	בעל חיים|עוף דורס|ציפור|eagle|animal|bird|ornithology
🦆	3	ברווז	בעל חיים|עוף|duck|animal|bird|ornithology
🦢	3	ברבור	בעל חיים|הברווזון המכוער|עופות מים|ציפור|swan|animal|bird|cygnet|duckling|ornithology|ugly
🦉	3	ינשוף	בעל חיים|דורס לילה|דורסי לילה|חוכמה|ציפור|owl|animal|bird|ornithology|wise
🦤	3	ציפור דודו	דודו|זן נכחד|מאוריציוס|ציפור גדולה|dodo|animal|bird|extinction|large|ornithology
🪶	3	נוצה	לעוף|נוצות|ציפורים|feather|bird|flight|light|plumage
🦩	3	פלמינגו	בעל חיים|ורוד|טרופי|עוף מים|צבעוני|flamingo|animal|bird|flamboyant|ornithology|tropical
🦚	3	טווס	בעל חיים|גאוותן|צבעוני|ציפור|ראוותני|peacock|animal|bird|colorful|ornithology|ostentatious|peahen|pretty|proud
🦜	3	תוכי	בעל חיים|ג׳ונגל|ציפור|ציפור מדברת|parrot|animal|bird|ornithology|pirate|talk
🪽	3	כנף	טיסה|כנפיים|מיתולוגיה|מלאכים|עופות|ציפורים|תעופה|wing|angelic|ascend|aviation|bird|fly|flying|heavenly|mythology|soar
🐦‍⬛	3	ציפור שחורה	בעל חיים|מקור|עורב|עורבני|ציפור|קרקור|שחור|black bird|animal|beak|bird|black|caw|corvid|crow|ornithology|raven|rook
🪿	3	אווז	טפשות|עוף|ציפור|goose|animal|bird|duck|flock|fowl|gaggle|gander|geese|honk|ornithology|silly
🐸	3	פני צפרדע	פנים|צפרדע|frog|animal|face
🐊	3	תנין	אליגטור|קרוקודיל|תמסח|crocodile|animal|zoo
🐢	3	צב	בעל חיים|שלחופה|turtle|animal|terrapin|tortoise
🦎	3	לטאה	בעל חיים|זוחל|lizard|animal|reptile
🐍	3	נחש	ארסי|בעל חיים|זוחל|קוברה|snake|animal|bearer|ophiuchus|serpent|zodiac
🐲	3	פני דרקון	אגדה|אגדי|בעל חיים|דרקון|סין|סיני|פרצוף דרקון|dragon face|animal|dragon|face|fairy|fairytale|tale
🐉	3	דרקון	אגדה|אגדי|משחקי הכס|סיני|dragon|animal|fairy|fairytale|knights|tale
🦕	3	סרופוד	ברונטוזאורוס|ברכיוזאורוס|דינוזאור|דיפלודוקוס|sauropod|brachiosaurus|brontosaurus|dinosaur|diplodocus
🦖	3	טי-רקס	דינוזאור|טי רקס|טירנוזאורוס-רקס|T-Rex|dinosaur|rex|t|t-rex|tyrannosaurus
🐳	3	לווייתן מתיז סילון מים	בעל חיים|לווייתן|מים|מתיז|סילון|spouting whale|animal|beach|face|ocean|spouting|whale
🐋	3	לוויתן	בעל חיים|לווייתן|whale|animal|beach|ocean
🐬	3	דולפין	פליפר|קופץ|dolphin|animal|beach|flipper|ocean
🦭	3	כלב ים	אריה ים|seal|animal|lion|ocean|sea
🐟️	3	דג	גלגל המזלות|מזל דגים|fish|animal|dinner|fishes|fishing|pisces|zodiac
🐠	3	דג טרופי	דג|דגים|טרופי|tropical fish|animal|fish|fishes|tropical
🐡	3	אבו נפחא	בעל חיים|דג|קוצים|blowfish|animal|fish
🦈	3	כריש	דג|shark|animal|fish
🐙	3	תמנון	אוקטופוס|בעל חיים|octopus|animal|creature|ocean
🐚	3	צדף מסולסל	מסולסל|צדף|קונכיה|spiral shell|animal|beach|conch|sea|shell|spiral
🪸	3	אלמוג	אוקיינוס|ים|שונית אלמוגים|שינוי אקלים|coral|change|climate|ocean|reef|sea
🪼	3	מדוזה	אאוץ׳|אוקיאנוס|אקווריום|בעל חיים|ג׳לי|ים|כוויה|עקיצה|jellyfish|animal|aquarium|burn|invertebrate|jelly|life|marine|ocean|ouch|plankton|sea|sting|stinger|tentacles
🦀	3	סרטן	בעל חיים|גלגל המזלות|מזל סרטן|crab|cancer|zodiac
🦞	3	לובסטר	בעל חיים|מאכלי ים|מרק סרטנים|סרטנים|lobster|animal|bisque|claws|seafood
🦐	3	שרימפ	בעל חיים|חסילון|פירות ים|shrimp|food|shellfish|small
🦑	3	דיונון	בעל חיים|פירות ים|קלמרי|תמנון|squid|animal|food|mollusk
🦪	3	צדפה	אויסטר|חלזונות|פירות ים|צדפות|שבלולים|oyster|diving|pearl
🐌	3	חלזון	בעל חיים|ברלה|חילזון|שבלול|snail|animal|escargot|garden|nature|slug
🦋	3	פרפר	בעל חיים|חרק|יופי|מעופף|butterfly|insect|pretty
🐛	3	זחל	חרק|תולעת|bug|animal|garden|insect
🐜	3	נמלה	בעל חיים|חרק|ant|animal|garden|insect
🐝	3	דבורה	בעל חיים|דבש|חרק|צרעה|honeybee|animal|bee|bumblebee|honey|insect|nature|spring
🪲	3	חיפושית	בעל חיים|חרק|beetle|animal|bug|insect
🐞	3	פרת משה רבנו	באגים|בעל חיים|חיפושית|משה רבנו|lady beetle|animal|beetle|garden|insect|lady|ladybird|ladybug|nature
🦗	3	צרצר	חגב|חרק|cricket|animal|bug|grasshopper|insect|orthoptera
🪳	3	תיקן	איכס|בעל חיים|ג׳וק|חרק|מקק|cockroach|animal|insect|pest|roach
🕷️	3	עכביש	בעל חיים|חרק|spider|animal|insect
🕸️	3	קורי עכביש	עכביש|קורים|spider web|spider|web
🦂	3	עקרב	ארסי|בעל חיים|מזל עקרב|צהוב|שחור|scorpion|scorpio|scorpius|zodiac
🦟	3	יתוש	בעל חיים|וירוס|חרק|מחלות|מלריה|mosquito|bite|disease|fever|insect|malaria|pest|virus
🪰	3	זבוב	זבוב הבית|זבוב הסוס|טסה טסה|מחלות|צה-צה|fly|animal|disease|insect|maggot|pest|rotting
🪱	3	תולעת	בעל חיים|טפיל|שלשול|תולעים|תולעת פרקים|worm|animal|annelid|earthworm|parasite
🦠	3	מיקרוב	אמבה|וירוס|חיידק|מיקרואורגניזם|microbe|amoeba|bacteria|science|virus
💐	3	זר פרחים	זר|מזל טוב|פרחים|רומנטי|רומנטיקה|bouquet|anniversary|birthday|date|flower|love|plant|romance
🌸	3	פריחת דובדבן	דובדבן|פרח|פריחה|פריחת הדובדבן|cherry blossom|blossom|cherry|flower|plant|spring|springtime
💮	3	פרח לבן	עיטור|פרח|white flower|flower|white
🪷	3	לוטוס	בודהיזם|הודו|הינדואיזם|פרח|שלווה|lotus|beauty|buddhism|calm|flower|hinduism|peace|purity|serenity
🏵️	3	פרח צהוב	פרח|צהוב|rosette|plant
🌹	3	ורד	פרח|רומנטי|רומנטיקה|שושנה|rose|beauty|elegant|flower|love|plant|red|valentine
🥀	3	פרח נובל	נגמרה האהבה|נובל|פרח|קומל|קמל|wilted flower|dying|flower|wilted
🌺	3	היביסקוס	פרח|hibiscus|flower|plant
🌻	3	חמניה	אור|פרח|שמש|sunflower|flower|outdoors|plant|sun
🌼	3	פריחה	אביב|חרצית|פרח|שינן|blossom|buttercup|dandelion|flower|plant
🌷	3	צבעוני	הולנד|טוליפ|פרח|tulip|blossom|flower|growth|plant
🪻	3	יקינתון	זר פרחים|לבנדר|סגול|עמוד|פרח|פריחה|צמח|שיח|תפרחת|hyacinth|bloom|bluebonnet|flower|indigo|lavender|lilac|lupine|plant|purple|shrub|snapdragon|spring|violet
🌱	3	נבט	צמח|שתיל|seedling|plant|sapling|sprout|young
🪴	3	צמח בעציץ	משעמם|סוקולנט|עציץ|עציץ לבית|צמח|potted plant|decor|grow|house|nurturing|plant|pot|potted
🌲	3	עץ ירוק-עד	אשוח|ירוק-עד|עץ|עץ חג המולד|צמח|evergreen tree|christmas|evergreen|forest|pine|tree
🌳	3	עץ נשיר	ירוק|משיר|עץ|צל|צמח|deciduous tree|deciduous|forest|green|habitat|shedding|tree
🌴	3	עץ דקל	טרופי|עץ|צמח|palm tree|beach|palm|plant|tree|tropical
🌵	3	קקטוס	מדבר|צבר|צמח|קוצים|קוצני|קישקשתא|cactus|desert|drought|nature|plant
🌾	3	שיבולי אורז	אורז|צמח|שיבולים|sheaf of rice|ear|grain|grains|plant|rice|sheaf
🌿	3	צמח תבלין	גבעול|עלה|ענף|צמח|herb|leaf|plant
☘️	3	תלתן	אירלנד|עלה|צמח|shamrock|irish|plant
🍀	3	תלתן ארבעה עלים	אירלנד|מזל|עלה|צמח|תלתן|four leaf clover|4|clover|four|four-leaf|irish|leaf|lucky|plant
🍁	3	עלה מייפל	מייפל|סירופ|סתיו|עלים נושרים|פנקייק|קנדה|שלכת|maple leaf|falling|leaf|maple
🍂	3	עלי שלכת	סתיו|עלים|צמח|שלכת|fallen leaf|autumn|fall|fallen|falling|leaf
🍃	3	עלה עף ברוח	סתיו|עלה נידף|עלים|עלים עפים ברוח|צמח|רוח|שלכת|leaf fluttering in wind|blow|flutter|fluttering|leaf|wind
🪹	3	קן ריק	בית|בית ריק|ציפורים|קינון|קן|empty nest|branch|empty|home|nest|nesting
🪺	3	קן עם ביצים	ביצים|גוזלים|ציפורים|קינון|קן לציפור|nest with eggs|bird|branch|egg|eggs|nest|nesting
🍄	3	פטריה	ירק|mushroom|fungus|toadstool
🍇	4	ענבים	פרי|קיץ|grapes|dionysus|fruit|grape
🍈	4	מלון	פרי|קיץ|melon|cantaloupe|fruit
🍉	4	אבטיח	פרי|קיץ|watermelon|fruit
🍊	4	קלמנטינה	חורף|פרי|פרי הדר|תפוז|tangerine|c|citrus|fruit|nectarine|orange|vitamin
🍋	4	לימון	פרי|פרי הדר|lemon|citrus|fruit|sour
🍌	4	בננה	פרי|banana|fruit|potassium
🍍	4	אננס	טרופי|פרי|pineapple|colada|fruit|pina|tropical
🥭	4	מנגו	טרופי|פרי|mango|food|fruit|tropical
🍎	4	תפוח אדום	אדום|אוכל|מזון|פרי|תפוח|red apple|apple|diet|food|fruit|health|red|ripe
🍏	4	תפוח ירוק	ירוק|פרי|תפוח|green apple|apple|fruit|green
🍐	4	אגס	פרי|pear|fruit
🍑	4	אפרסק	פרי|peach|fruit
🍒	4	דובדבנים	דובדבן|פרי|cherries|berries|cherry|fruit|red
🍓	4	תות שדה	פרי|תות|strawberry|berry|fruit
🫐	4	אוכמניות	כחול|פירות|פירות יער|פרי יער|blueberries|berries|berry|bilberry|blue|blueberry|food|fruit
🥝	4	קיווי	אוכל|פרי|kiwi fruit|food|fruit|kiwi
🍅	4	עגבנייה	ירק|עגבניה|פרי|tomato|food|fruit|vegetable
🫒	4	זית	זיתים|עלה זית|שלום|olive|food
🥥	4	קוקוס	דקל|פינה קולדה|coconut|colada|palm|piña
🥑	4	אבוקדו	אוכל|מאכל|פרי|avocado|food|fruit
🍆	4	חציל	ירק|eggplant|aubergine|vegetable
🥔	4	תפוח אדמה	אוכל|ארוחה|מזון|תוספת|תפו״א|תפוד|potato|food|vegetable
🥕	4	גזר	ירק|סלט|carrot|food|vegetable
🌽	4	קלח תירס	ירק|תירס|ear of corn|corn|crops|ear|farm|maize|maze
🌶️	4	פלפל חריף	חריף|ירק|סחוג|פלפל|צ׳ילי|hot pepper|hot|pepper
🫑	4	פלפל אדום	גמבה|ירק|פלפל|פלפל ירוק|bell pepper|bell|capsicum|food|pepper|vegetable
🥒	4	מלפפון	ירק|סלט|cucumber|food|pickle|vegetable
🥬	4	עלים ירוקים	באק צ׳וי|באק-צ׳וי|חסה|ירוקים|כרוב|מנגולד|קייל|leafy green|bok|burgers|cabbage|choy|green|kale|leafy|lettuce|salad
🥦	4	ברוקולי	ירק|broccoli|cabbage|wild
🧄	4	שום	תבלין|garlic|flavoring
🧅	4	בצל	תבלין|onion|flavoring
🥜	4	בוטנים	בוטן|נשנוש|פיצוחים|peanuts|food|nut|peanut|vegetable
🫘	4	שעועית	אוכל|קטניות|beans|food|kidney|legume|small
🌰	4	ערמון	ערמונים|chestnut|almond|plant
🫚	4	שורש ג׳ינג׳ר	אוכל|בירה|ג׳ינג׳ר|זנגוויל|משקה|שורש|תבלין|ginger root|beer|ginger|health|herb|natural|root|spice
🫛	4	אפונה	אדממה|ירקות|צמח|קטניות|שעועית|pea pod|beans|beanstalk|edamame|legume|pea|pod|soybean|vegetable|veggie
🍞	4	לחם	אוכל|כיכר|מזון|bread|carbs|food|grain|loaf|restaurant|toast|wheat
🥐	4	קרואסון	מאפה|צרפתי|קוראסון|קורסון|croissant|bread|breakfast|crescent|food|french|roll
🥖	4	באגט	בגט|לחם|צרפתי|baguette bread|baguette|bread|food|french
🫓	4	פיתה	אוכל|ארפה|לאפה|לוואשי|לחם|מאפה|נאן|flatbread|arepa|bread|food|gordita|lavash|naan|pita
🥨	4	בייגלה	פרצל|צורת 8|pretzel|convoluted|twisted
🥯	4	בייגל	ארוחת בוקר|לחם|מאפה|bagel|bakery|bread|breakfast|schmear
🥞	4	פנקייקס	חביתיות|חביתית|חם|פנקייק|קרפ|pancakes|breakfast|crêpe|food|hotcake|pancake
🧇	4	וופל	אפיפית|ופל|ופל בלגי|waffle|breakfast|indecisive|iron
🧀	4	חריץ גבינה	גבינה|cheese wedge|cheese|wedge
🍖	4	בשר על עצם	בשר|עצם|meat on bone|bone|meat
🍗	4	שוק	כרעיים|עוף|פולקע|poultry leg|bone|chicken|drumstick|hungry|leg|poultry|turkey
🥩	4	נתח בשר	אומצה|בשר אדום|סטייק|צלע כבש|cut of meat|chop|cut|lambchop|meat|porkchop|red|steak
🥓	4	בייקון	חזיר|טרף|לא כשר|קותלי חזיר|bacon|breakfast|food|meat
🍔	4	המבורגר	בשר|לחמניה|hamburger|burger|eat|fast|food|hungry
🍟	4	צ׳יפס	טוגנים|ציפס|french fries|fast|food|french|fries
🍕	4	פיצה	משולש|pizza|cheese|food|hungry|pepperoni|slice
🌭	4	נקניקייה בלחמניה	לחמניה|נקניקיה|נקניקייה|hot dog|dog|frankfurter|hot|hotdog|sausage
🥪	4	סנדביץ׳	כריך|sandwich|bread
🌮	4	טאקו	מקסיקני|taco|mexican
🌯	4	בוריטו	לאפה|מקסיקני|שווארמה|burrito|mexican|wrap
🫔	4	טמלה	אוכל|מקסיקני|ראפ|tamale|food|mexican|pamonha|wrapped
🥙	4	פיתה עם פלאפל	אוכל רחוב|לאפה|פיתה|פלאפל|שווארמה|stuffed flatbread|falafel|flatbread|food|gyro|kebab|stuffed
🧆	4	פלאפל	אוכל רחוב|חומוס|כדורים|falafel|chickpea|meatball
🥚	4	ביצה	אוכל|ביצה קשה|מזון|egg|breakfast|food
🍳	4	בישול	אוכל|ארוחת בוקר|ביצת עין|חביתה|טיגון|מזון|cooking|breakfast|easy|egg|fry|frying|over|pan|restaurant|side|sunny|up
🥘	4	תבשיל קדרה	קאסרול|קדרה|תבשיל|shallow pan of food|casserole|food|paella|pan|shallow
🍲	4	סיר אוכל	אדים|אוכל|מרק|נזיד|סיר|pot of food|food|pot|soup|stew
🫕	4	פונדו	אוכל|גבינות|סיר|שוקולד|fondue|cheese|chocolate|food|melted|pot|ski
🥣	4	קערה עם כף	ארוחת בוקר|דגני בוקר|דייסה|bowl with spoon|bowl|breakfast|cereal|congee|oatmeal|porridge|spoon
🥗	4	סלט ירקות	סלט|סלט בריאות|סלט ירוק|green salad|food|green|salad
🍿	4	פופקורן	סרט|קולנוע|popcorn|corn|movie|pop
🧈	4	חמאה	מוצרי חלב|מרגרינה|butter|dairy
🧂	4	מלח	תבלין|תבלינים|salt|condiment|flavor|mad|salty|shaker|taste|upset
🥫	4	שימורים	פחית שימורים|קופסת שימורים|canned food|can|canned|food
🍱	4	חמגשית עם אוכל	אוכל|בנטו|חמגשית|סושי|קופסה|bento box|bento|box|food
🍘	4	פריכית אורז	אורז|פריכיות|rice cracker|cracker|food|rice
🍙	4	כדור אורז	אורז|יפני|כדור|rice ball|ball|food|japanese|rice
🍚	4	אורז מבושל	אוכל|אורז|מבושל|מזון|קערת אורז|cooked rice|cooked|food|rice
🍛	4	אורז קארי	אורז|קארי|curry rice|curry|food|rice
🍜	4	קערה מהבילה	אוכל|אטריות|מוקפץ|נודלס|סיני|ראמן|תאילנדי|steaming bowl|bowl|chopsticks|food|noodle|pho|ramen|soup|steaming
🍝	4	ספגטי	מקרוני|פסטה|spaghetti|food|meatballs|pasta|restaurant
🍠	4	בטטה צלויה	בטטה|צלויה|תפו״א|תפוח אדמה|roasted sweet potato|food|potato|roasted|sweet
🍢	4	שיפוד	אוכל|מנגל|על האש|קבב|oden|food|kebab|restaurant|seafood|skewer|stick
🍣	4	סושי	אוכל|יפני|sushi|food
🍤	4	שרימפ מטוגן	טמפורה|מטוגן|פירות ים|שרימפס|fried shrimp|fried|prawn|shrimp|tempura
🍥	4	עוגיית אורז עם עיטור	מאפה|עוגייה|עיטור|קישוט|fish cake with swirl|cake|fish|food|pastry|restaurant|swirl
🥮	4	עוגת ירח סינית	חג סיני|סין|פסטיבל אמצע הסתיו|moon cake|autumn|cake|festival|moon|yuèbǐng
🍡	4	שיפוד כופתאות	יפני|מתוק|קינוח|שיפוד|dango|dessert|japanese|skewer|stick|sweet
🥟	4	דים-סאם	גיוזה|דים סאם|כופתאות|מומו|פירוגי|dumpling|empanada|gyōza|jiaozi|pierogi|potsticker
🥠	4	עוגיית מזל	מזל|עוגיה|עוגייה סינית|fortune cookie|cookie|fortune|prophecy
🥡	4	קופסת משלוח	טייק-אוויי|משלוח|ערימת צדפות|takeout box|box|chopsticks|delivery|food|oyster|pail|takeout
🍦	4	גלידה בגביע	גביע|גלידה|גלידה אמריקאית|מתוק|soft ice cream|cream|dessert|food|ice|icecream|restaurant|serve|soft|sweet
🍧	4	קערית ברד	ברד|ממותק|קינוח|קרח|shaved ice|dessert|ice|restaurant|shaved|sweet
🍨	4	גלידה	מתוק|קינוח|קיץ|קר|ice cream|cream|dessert|food|ice|restaurant|sweet
🍩	4	סופגניה	דונט|מאפה|מתוק|doughnut|breakfast|dessert|donut|food|sweet
🍪	4	עוגיה	מאפה|מתוק|שבבי שוקולד|שוקולד צ׳יפס|cookie|chip|chocolate|dessert|sweet
🎂	4	עוגת יום הולדת	חגיגה|יום הולדת|מאפה|מזל טוב|מסיבה|עוגה|birthday cake|bday|birthday|cake|celebration|dessert|happy|pastry|sweet
🍰	4	פרוסת עוגה	מאפה|מתוק|עוגה|פרוסה|קינוח|shortcake|cake|dessert|pastry|slice|sweet
🧁	4	קפקייק	מאפה|מאפין|מתוק|עוגה|עוגה אישית|cupcake|bakery|dessert|sprinkles|sugar|sweet|treat
🥧	4	פשטידה	מאפה|פאי|pie|apple|filling|fruit|meat|pastry|pumpkin|slice
🍫	4	חפיסת שוקולד	חטיף|מתוק|שוקולד|chocolate bar|bar|candy|chocolate|dessert|halloween|sweet|tooth
🍬	4	סוכריה	ממתק|מתוק|קינוח|candy|cavities|dessert|halloween|restaurant|sweet|tooth|wrapper
🍭	4	סוכריה על מקל	ממתק|מקל|מתוק|סוכריה|lollipop|candy|dessert|food|restaurant|sweet
🍮	4	פודינג	מתוק|קינוח|custard|dessert|pudding|sweet
🍯	4	צנצנת דבש	דבש|כד דבש|מתוק|honey pot|barrel|bear|food|honey|honeypot|jar|pot|sweet
🍼	4	בקבוק של תינוק	בקבוק|חלב|תינוק|תמ״ל|baby bottle|babies|baby|birth|born|bottle|drink|infant|milk|newborn
🥛	4	כוס חלב	חלב|כוס|glass of milk|drink|glass|milk
☕️	4	משקה חם	הפוך|חם|משקה|ספל|קפה|תה|hot beverage|beverage|cafe|caffeine|chai|coffee|drink|hot|morning|steaming|tea
🫖	4	קנקן תה	משקה חם|קנקן|תה|teapot|brew|drink|food|pot|tea
🍵	4	ספל תה בלי ידית	חם|משקה|ספל|תה|תה ירוק|teacup without handle|beverage|cup|drink|handle|oolong|tea|teacup
🍶	4	סאקה	אלכוהול|בר|יפן|משקה|sake|bar|beverage|bottle|cup|drink|restaurant
🍾	4	בקבוק שמפניה עם פקק עף	אלכוהול|בקבוק|בר|הרמת כוסית|מסיבה|משקה|פקק|שמפניה|bottle with popping cork|bar|bottle|cork|drink|popping
🍷	4	כוס יין	אלכוהול|בר|הרמת כוסית|יין|יין אדום|כוס|קידוש|wine glass|alcohol|bar|beverage|booze|club|drink|drinking|drinks|glass|restaurant|wine
🍸️	4	כוס קוקטייל	אלכוהול|בר|מרטיני|משקה|קוקטייל|cocktail glass|alcohol|bar|booze|club|cocktail|drink|drinking|drinks|glass|mad|martini|men
🍹	4	קוקטייל טרופי	אלכוהול|בר|טרופי|מרגריטה|משקה|קוקטייל|tropical drink|alcohol|bar|booze|club|cocktail|drink|drinking|drinks|drunk|mai|party|tai|tropical|tropics
🍺	4	כוס בירה	אלכוהול|בירה|בר|כוס|משקה|beer mug|alcohol|ale|bar|beer|booze|drink|drinking|drinks|mug|octoberfest|oktoberfest|pint|stein|summer
🍻	4	השקת כוסות בירה	אלכוהול|בירה|בר|כוס|לחיים|משקה|clinking beer mugs|alcohol|bar|beer|booze|bottoms|cheers|clink|clinking|drinking|drinks|mugs
🥂	4	השקת כוסות לחיים	הרמת כוסית|השקה|חוגגים|יין|כוסות|לחיים|משקה|שמפניה|clinking glasses|celebrate|clink|clinking|drink|glass|glasses
🥃	4	כוס ויסקי	אלכוהול|ויסקי|כוס|כוסית|משקה חריף|tumbler glass|glass|liquor|scotch|shot|tumbler|whiskey|whisky
🫗	4	מוזגים משקה	כוס|כוס נופלת|מזיגה|משקה|משקה נשפך|שתייה|pouring liquid|accident|drink|empty|glass|liquid|oops|pour|pouring|spill|water
🥤	4	כוס עם קש	כוס חד-פעמית|מיץ|סודה|cup with straw|cup|drink|juice|malt|soda|soft|straw|water
🧋	4	באבל טי	אייס קפה|בועות|חלב|טאיוואן|משקה|תה|bubble tea|boba|bubble|food|milk|pearl|tea
🧃	4	קופסת מיץ	משקאות|קופסת משקה|beverage box|beverage|box|juice|straw|sweet
🧉	4	מאטה	משקאות|קפאין|mate|drink
🧊	4	קוביית קרח	קר|קרח|ice|cold|cube|iceberg
🥢	4	מקלות אכילה	מקלות|סיני|סיניים|צ׳ופסטיק|chopsticks|hashi|jeotgarak|kuaizi
🍽️	4	סכין ומזלג עם צלחת	אוכל|ארוחה|מזלג|סכו״ם|סכין|צלחת|fork and knife with plate|cooking|dinner|eat|fork|knife|plate
🍴	4	סכין ומזלג	אוכל|ארוחה|מזלג|סכו״ם|סכין|fork and knife|breakfast|breaky|cooking|cutlery|delicious|dinner|eat|feed|food|fork|hungry|knife|lunch|restaurant|yum|yummy
🥄	4	כפית	כלי שולחן|סכו״ם|spoon|eat|tableware
🔪	4	סכין מטבח	בישול|כלי נשק|סכין|שף|kitchen knife|chef|cooking|hocho|kitchen|knife|tool|weapon
🫙	4	צנצנת	אחסון|מיכל|ריק|jar|condiment|container|empty|nothing|sauce|store
🏺	4	כד עתיק	ארכאולוגיה|ארכיאולוגיה|יין|כד|משקה|עתיק|עתיקות|amphora|aquarius|cooking|drink|jug|tool|weapon|zodiac
🌍️	5	גלובוס עם אירופה ואפריקה	אירופה|אפריקה|גלובוס|כדור הארץ|עולם|globe showing Europe-Africa|africa|earth|europe|europe-africa|globe|showing|world
🌎️	5	גלובוס עם אמריקה	אמריקה|גלובוס|כדור הארץ|עולם|globe showing Americas|americas|earth|globe|showing|world
🌏️	5	גלובוס עם אסיה ואוסטרליה	אוסטרליה|אסיה|גלובוס|כדור הארץ|globe showing Asia-Australia|asia|asia-australia|australia|earth|globe|showing|world
🌐	5	גלובוס עם קווי אורך ורוחב	גלובוס|כדור הארץ|קווי אורך|קווי רוחב|globe with meridians|earth|globe|internet|meridians|web|world|worldwide
🗺️	5	מפת העולם	מפה|עולם|world map|map|world
🗾	5	מפת יפן	יפן|מפה|map of Japan|japan|map
🧭	5	מצפן	התמצאות|כיוון|מגנטי|ניווט|צפון|compass|direction|magnetic|navigation|orienteering
🏔️	5	הר עם פסגה מושלגת	גבוה|הר|פסגות|קר|שלג|snow-capped mountain|cold|mountain|snow|snow-capped
⛰️	5	הר	גבוה|mountain
🌋	5	הר געש	התפרצות|לבה|volcano|eruption|mountain|nature
🗻	5	הר פוג׳י	הר געש|יפן|פוג׳י|mount fuji|fuji|mount|mountain|nature
🏕️	5	מחנאות	אוהל|טיול|מחנה|קמפינג|camping
🏖️	5	חוף עם שמשיה	חוף|חופשה|ים|קיץ|שמשיה|beach with umbrella|beach|umbrella
🏜️	5	מדבר	חם|יבש|צחיח|קקטוס|desert
🏝️	5	אי בודד	דקל|הישרדות|חופש|ים|desert island|desert|island
🏞️	5	שמורת טבע	טבע|טיול|פארק|national park|national|park
🏟️	5	איצטדיון	אצטדיון|ספורט|stadium
🏛️	5	מבנה קלאסי	אקרופוליס|ארכיאולוגיה|בניין|העת העתיקה|יוון העתיקה|מבנה|קלאסי|classical building|building|classical
🏗️	5	עבודות בניין	בנייה|בניין|מנוף|עבודות|עגורן|building construction|building|construction|crane
🧱	5	לבנה	בלוקים|בריק|חומה|לבנים|מלט|קירות|brick|bricks|clay|mortar|wall
🪨	5	סלע	אבן|בולדר|סלעים|קשה|rock|boulder|heavy|solid|stone|tough
🪵	5	בול עץ	בולי עץ|גזע עץ|עץ|עצים|עצים לאח|wood|log|lumber|timber
🛖	5	בקתה	ביקתה|ביתן עגול|יורט|צריף|hut|home|house|roundhouse|shelter|yurt
🏘️	5	בתים	בית|מבנים|שכונה|houses|house
🏚️	5	בית מוזנח	ישן|מוזנח|נטוש|derelict house|derelict|home|house
🏠️	5	בית	בית פרטי|בניין|וילה|מבנה|צמוד קרקע|קוטג׳|house|building|country|heart|home|ranch|settle|simple|suburban|suburbia|where
🏡	5	בית עם גינה	בית|בית פרטי|גינה|וילה|צמוד קרקע|קוטג׳|house with garden|building|country|garden|heart|home|house|ranch|settle|simple|suburban|suburbia|where
🏢	5	בניין משרדים	בניין|משרדים|office building|building|city|cubical|job|office
🏣	5	בית דואר ביפן	בניין|דואר יפן|יפן|Japanese post office|building|japanese|office|post
🏤	5	בית דואר	בניין|דואר|סניף דואר|post office|building|european|office|post
🏥	5	בית חולים	רופא|רפואה|hospital|building|doctor|medicine
🏦	5	בנק	בניין|bank|building
🏨	5	בית מלון	מלון|מלונאות|מלונות|hotel|building
🏩	5	מלון אהבה	אהבה|בית מלון|מלון|love hotel|building|hotel|love
🏪	5	חנות נוחות	24 שעות|חנות|מכולת|פיצוציה|convenience store|24|building|convenience|hours|store
🏫	5	בית ספר	בניין|לימודים|מבנה|school|building
🏬	5	כלבו	חנות|סופר|קניון|קניות|department store|building|department|store
🏭️	5	מפעל	בית חרושת|ייצור|עבודה|תעשייה|factory|building
🏯	5	טירה יפנית	אחוזה יפנית|ארמון|טירה|יפן|Japanese castle|building|castle|japanese
🏰	5	טירה	ארמון|טירה אירופית|castle|building|european
💒	5	חתונה	אהבה|אולם|אירוע|רומנטיקה|wedding|chapel|hitched|nuptials|romance
🗼	5	מגדל טוקיו	טוקיו|מגדל|Tokyo tower|tokyo|tower
🗽	5	פסל החירות	אמריקה|ניו יורק|ניו-יורק|Statue of Liberty|liberty|new|ny|nyc|statue|york
⛪️	5	כנסייה	דת|נוצרי|נצרות|church|bless|chapel|christian|cross|religion
🕌	5	מסגד	איסלם|דת|מוסלמי|mosque|islam|masjid|muslim|religion
🛕	5	מקדש הינדי	דת|הודו|הינדואיזם|מקדש|hindu temple|hindu|temple
🕍	5	בית כנסת	דת|יהדות|יהודי|synagogue|jew|jewish|judaism|religion|temple
⛩️	5	מקדש שינטו	דת|יפן|מקדש|שינטו|shinto shrine|religion|shinto|shrine
🕋	5	כעבה	איסלם|דת|חאג׳|מוסלמי|מכה|kaaba|hajj|islam|muslim|religion|umrah
⛲️	5	מזרקה	מים|fountain
⛺️	5	אוהל	מחנה|קמפינג|tent|camping
🌁	5	מזג אוויר ערפילי	מזג אוויר|ערפל|foggy|fog
🌃	5	לילה עם כוכבים	בניינים|גורדי שחקים|לילה|עיר|night with stars|night|star|stars
🏙️	5	נוף עירוני	בניינים|גורדי שחקים|מבנים|מגדלים|עיר|cityscape|city
🌄	5	זריחה בהרים	בוקר|הרים|זריחה|נוף|sunrise over mountains|morning|mountains|over|sun|sunrise
🌅	5	זריחה	בוקר|ים|שמש|sunrise|morning|nature|sun
🌆	5	נוף עירוני בשעת בין-ערביים	בין-ערביים|בניינים|גורדי שחקים|מגדלים|עיר|שקיעה|cityscape at dusk|at|building|city|cityscape|dusk|evening|landscape|sun|sunset
🌇	5	שקיעה	בניינים|גורדי שחקים|מגדלים|עיר|ערב|שמש|sunset|building|dusk|sun
🌉	5	גשר בלילה	גשר|לילה|עיר|bridge at night|at|bridge|night
♨️	5	מעיינות חמים	אדים|חם|מעיינות|קיטור|hot springs|hot|hotsprings|springs|steaming
🎠	5	סוס בקרוסלה	לונה פארק|סוס|פארק שעשועים|קרוסלה|carousel horse|carousel|entertainment|horse
🛝	5	מגלשה	גן משחקים|גן שעשועים|מגלשות|משחקי ילדים|playground slide|amusement|park|play|playground|playing|slide|sliding|theme
🎡	5	גלגל ענק	לונה פארק|פארק שעשועים|ferris wheel|amusement|ferris|park|theme|wheel
🎢	5	רכבת הרים	לונה פארק|roller coaster|amusement|coaster|park|roller|theme
💈	5	עמוד מספרה	מספרה|תספורת|barber pole|barber|cut|fresh|haircut|pole|shave
🎪	5	אוהל קרקס	אוהל|קרקס|circus tent|circus|tent
🚂	5	קטר	מנוע|קיטור|רכבת|תחבורה|locomotive|caboose|engine|railway|steam|train|trains|travel
🚃	5	קרון רכבת	חשמלית|טרוליבוס|מכונית|נסיעה|רכבת|railway car|car|electric|railway|train|tram|travel|trolleybus
🚄	5	רכבת מהירה	מהירות גבוהה|רכבת|שינקנסן|high-speed train|high-speed|railway|shinkansen|speed|train
🚅	5	רכבת מהירה עם חרטום בצורת קליע	מהירה|מהירות|רכבת|תחבורה|bullet train|bullet|high-speed|nose|railway|shinkansen|speed|train|travel
🚆	5	רכבת	פסי רכבת|תחבורה|תחבורה ציבורית|train|arrived|choo|railway
🚇️	5	רכבת תחתית	מטרו|סאבוויי|תחבורה|metro|subway|travel
🚈	5	רכבת קלה	חדפס|קלה|רכבת|תחבורה|light rail|arrived|light|monorail|rail|railway
🚉	5	תחנה	רכבת|תחבורה|תחנת רכבת|station|railway|train
🚊	5	חשמלית	רכבת|תחבורה|tram|trolleybus
🚝	5	רכבת עילית	עילית|רכבת|תחבורה|monorail|vehicle
🚞	5	רכבת בהרים	הרים|רכבת|רכבת הררית|תחבורה|mountain railway|car|mountain|railway|trip
🚋	5	קרון חשמלית	חשמלית|קרון|רכבת|תחבורה|tram car|bus|car|tram|trolley|trolleybus
🚌	5	אוטובוס	כלי תחבורה|תחבורה|תחבורה ציבורית|bus|school|vehicle
🚍️	5	אוטובוס מלפנים	אוטובוס|כלי תחבורה|תחבורה|תחבורה ציבורית|oncoming bus|bus|cars|oncoming
🚎	5	אוטובוס חשמלי	אוטובוס|חשמלי|טראם|טרולי|תחבורה|trolleybus|bus|tram|trolley
🚐	5	מיניבוס	ואן|כלי תחבורה|מונית שירות|תחבורה|minibus|bus|drive|van|vehicle
🚑️	5	אמבולנס	הצלה|חירום|מגן דוד אדום|מד״א|ambulance|emergency|vehicle
🚒	5	כבאית	הצלה|חירום|כיבוי אש|מכבי אש|שריפה|fire engine|engine|fire|truck
🚓	5	ניידת משטרה	חירום|משטרה|ניידת|פשע|police car|5–0|car|cops|patrol|police
🚔️	5	ניידת משטרה מלפנים	הצלה|חירום|משטרה|ניידת|פשע|רכב חירום|oncoming police car|car|oncoming|police
🚕	5	מונית	טקסי|כלי תחבורה|תחבורה|תחבורה ציבורית|taxi|cab|cabbie|car|drive|vehicle|yellow
🚖	5	מונית מלפנים	מונית|תחבורה|oncoming taxi|cab|cabbie|cars|drove|hail|oncoming|taxi|yellow
🚗	5	מכונית	אוטו|ניסע|רכב|תחבורה|automobile|car|driving|vehicle
🚘️	5	מכונית מלפנים	אוטו|מכונית|מכונית מקדימה|רכב|תחבורה|oncoming automobile|automobile|car|cars|drove|oncoming|vehicle
🚙	5	ג׳יפ	4 על 4|4*4|SUV|רכב|תחבורה|sport utility vehicle|car|drive|recreational|sport|sportutility|utility|vehicle
🛻	5	טנדר	אוטו|כלי רכב|מכונית|משאית קטנה|צעצוע|תחבורה|pickup truck|automobile|car|flatbed|pick-up|pickup|transportation|truck
🚚	5	משאית	ואן|משלוח|רכב מסחרי|תחבורה|delivery truck|car|delivery|drive|truck|vehicle
🚛	5	משאית מפרקית	העברות|טנדר|מובילים|משאית|משאית קטנה|סמי|articulated lorry|articulated|car|drive|lorry|move|semi|truck|vehicle
🚜	5	טרקטור	כלי רכב|tractor|vehicle
🏎️	5	מכונית מירוץ	מירוץ|מכונית|מרוץ|פורמולה|racing car|car|racing|zoom
🏍️	5	אופנוע	דו גלגלי|דו-גלגלי|כלי רכב|תחרות|motorcycle|racing
🛵	5	קטנוע	וספה|motor scooter|motor|scooter
🦽	5	כסא גלגלים ידני	כיסא גלגלים|כסא גלגלים|נגישות|manual wheelchair|accessibility|manual|wheelchair
🦼	5	כסא גלגלים ממונע	כיסא גלגלים|כסא גלגלים|נגישות|motorized wheelchair|accessibility|motorized|wheelchair
🛺	5	ריקשה ממונעת	אוטו ריקשה|טוק טוק|טוק-טוק|auto rickshaw|auto|rickshaw|tuk
🚲️	5	אופניים	אפניים|דו גלגלי|כלי רכב|bicycle|bike|class|cycle|cycling|cyclist|gang|ride|spin|spinning
🛴	5	קורקינט	kick scooter|kick|scooter
🛹	5	סקייטבורד	גלגשת|סקטבורד|skateboard|board|skate|skater|wheels
🛼	5	גלגיליות	החלקה|סקטים|roller skate|blades|roller|skate|skates|sport
🚏	5	תחנת אוטובוס	אוטובוס|תחבורה|תחנה|תמרור|bus stop|bus|busstop|stop
🛣️	5	כביש מהיר	אוטוסטרדה|בינעירוני|כביש|מהיר|motorway|highway|road
🛤️	5	מסילת רכבת	מסילה|רכבת|railway track|railway|track|train
🛢️	5	חבית נפט	חבית|נפט|oil drum|drum|oil
⛽️	5	משאבת דלק	דלק|תדלוק|תחנת דלק|fuel pump|diesel|fuel|fuelpump|gas|gasoline|pump|station
🛞	5	גלגל	אוטו|מכונית|מעגל|סיבוב|עיגול|צמיג|רכב|wheel|car|circle|tire|turn|vehicle
🚨	5	פנס של ניידת משטרה	אורות משטרה|חירום|פנס משטרה|צ׳קלקה|קוז׳אק|police car light|alarm|alert|beacon|car|emergency|light|police|revolving|siren
🚥	5	רמזור אופקי	רמזור|horizontal traffic light|horizontal|intersection|light|signal|stop|stoplight|traffic
🚦	5	רמזור אנכי	רמזור|תנועה|vertical traffic light|drove|intersection|light|signal|stop|stoplight|traffic|vertical
🛑	5	תמרור עצור	מתומן אדום|עצור|תמרור|stop sign|octagonal|sign|stop
🚧	5	מחסום עבודות בכביש	כביש חסום|מחסום|עבודות|עבודות בכביש|construction|barrier
⚓️	5	עוגן	אוניה|אונייה|ספינה|anchor|ship|tool
🛟	5	גלגל הצלה	בטיחות|גלגל|הצילו|הצלה|מצוף|ring buoy|buoy|float|life|lifesaver|preserver|rescue|ring|safety|save|saver|swim
⛵️	5	סירת מפרש	יאכטה|ים|מפרש|מפרשית|סירה|sailboat|boat|resort|sailing|sea|yacht
🛶	5	קאנו	חתירה|לחתור|סירה|canoe|boat
🚤	5	סירת מירוץ	הפלגה|ים|מירוץ|סירה|speedboat|billionaire|boat|lake|luxury|millionaire|summer|travel
🛳️	5	ספינת נוסעים	נוסעים|ספינה|קרוז|שיט|שיט תענוגות|passenger ship|passenger|ship
⛴️	5	מעבורת	אוניה|אונייה|אניה|נוסעים|ספינה|ferry|boat|passenger
🛥️	5	סירת מנוע	יאכטה|מנוע|סירה|סירת פאר|קרוז|motor boat|boat|motor|motorboat
🚢	5	ספינה	אוניה|אונייה|כלי שיט|קרוז|שיט תענוגות|ship|boat|passenger|travel
✈️	5	מטוס	אווירון|ג׳מבו|טיסה|airplane|aeroplane|fly|flying|jet|plane|travel
🛩️	5	מטוס קטן	טיסה|מטוס קל|small airplane|aeroplane|airplane|plane|small
🛫	5	מטוס ממריא	המראה|המראות|המראנו|חופשה|מטוס|ממריא|airplane departure|aeroplane|airplane|check-in|departure|departures|plane
🛬	5	מטוס נוחת	אווירון|בנחיתה|מטוס|נוחת|נוחתים|נחיתה|airplane arrival|aeroplane|airplane|arrival|arrivals|arriving|landing|plane
🪂	5	מצנח	גלישה|גלשן אוויר|צניחה|רחיפה|parachute|hang-glide|parasail|skydive
💺	5	מושב	כיסא|seat|chair
🚁	5	מסוק	הליקופטר|כלי תעופה|helicopter|copter|roflcopter|travel|vehicle
🚟	5	רכבל	כבל|כלי רכב|כלי תחבורה|תלוי|suspension railway|railway|suspension
🚠	5	קרון רכבל	סקי|רכבל|mountain cableway|cable|cableway|gondola|lift|mountain|ski
🚡	5	קרון רכבל קטן	רכבל|aerial tramway|aerial|cable|car|gondola|ropeway|tramway
🛰️	5	לוויין	חלל|satellite|space
🚀	5	טיל	חלל|רקטה|rocket|launch|rockets|space|travel
🛸	5	צלחת מעופפת	חוצן|חוצנים|חייזרים|עב״מ|flying saucer|aliens|extra|flying|saucer|terrestrial|ufo
🛎️	5	פעמון קבלה	מלון|פעמון|קבלה|bellhop bell|bell|bellhop|hotel
🧳	5	מזוודה	כבודה|מזוודות|מטען|נסיעות|luggage|bag|packing|roller|suitcase|travel
⌛️	5	שעון חול	זמן|hourglass done|done|hourglass|sand|time|timer
⏳️	5	חול זורם בשעון חול	זורם|חול|שעון|hourglass not done|done|flowing|hourglass|hours|not|sand|timer|waiting|yolo
⌚️	5	שעון יד	יד|שעון|watch|clock|time
⏰️	5	שעון מעורר	מעורר|שעון|alarm clock|alarm|clock|hours|hrs|late|time|waiting
⏱️	5	שעון עצר	סטופר|עצר|שעון|stopwatch|clock|time
⏲️	5	טיימר	בישול|זמן קצוב|שעון|timer clock|clock|timer
🕰️	5	שעון דקורטיבי	דקורטיבי|שעון|mantelpiece clock|clock|mantelpiece|time
🕛️	5	שתיים-עשרה	12:00|24:00|חצות|צהריים|שתים עשרה|twelve o’clock|12|clock|o’clock|time|twelve
🕧️	5	שתיים-עשרה וחצי	00:30|12:30|שתים עשרה וחצי בלילה|שתים עשרה וחצי בצהריים|twelve-thirty|12|30|clock|thirty|time|twelve
🕐️	5	אחת	01:00|13:00|אחת בצהריים|אחת לפנות בוקר|one o’clock|1|1:00|clock|one|o’clock|time
🕜️	5	אחת וחצי	01:30|13:30|שעון|one-thirty|1|1:30|30|clock|one|thirty|time
🕑️	5	שתיים	02:00|14:00|שתיים בצהריים|שתיים לפנות בוקר|two o’clock|2|2:00|clock|o’clock|time|two
🕝️	5	שתיים וחצי	02:30|14:30|שתיים וחצי בצהריים|שתיים וחצי לפנות בוקר|two-thirty|2|2:30|30|clock|thirty|time|two
🕒️	5	שלוש	03:00|15:00|שלוש בצהריים|שלוש לפנות בוקר|three o’clock|3|3:00|clock|o’clock|three|time
🕞️	5	שלוש וחצי	03:30|15:30|שלוש וחצי בצהריים|שלוש וחצי לפנות בוקר|three-thirty|3|30|3:30|clock|thirty|three|time
🕓️	5	ארבע	04:00|16:00|ארבע אחר הצהריים|ארבע לפנות בוקר|four o’clock|4|4:00|clock|four|o’clock|time
🕟️	5	ארבע וחצי	04:30|16:30|ארבע וחצי אחר הצהריים|ארבע וחצי לפנות בוקר|four-thirty|30|4|4:30|clock|four|thirty|time
🕔️	5	חמש	05:00|17:00|חמש אחר הצהריים|חמש לפנות בוקר|five o’clock|5|5:00|clock|five|o’clock|time
🕠️	5	חמש וחצי	05:30|17:30|five-thirty|30|5|5:30|clock|five|thirty|time
🕕️	5	שש	06:00|18:00|שש בבוקר|שש בערב|six o’clock|6|6:00|clock|o’clock|six|time
🕡️	5	שש וחצי	06:30|18:30|six-thirty|30|6|6:30|clock|six|thirty
🕖️	5	שבע	07:00|19:00|שבע בבוקר|שבע בערב|seven o’clock|0|7|7:00|clock|o’clock|seven
🕢️	5	שבע וחצי	07:30|19:30|seven-thirty|30|7|7:30|clock|seven|thirty
🕗️	5	שמונה	08:00|20:00|שמונה בבוקר|שמונה בערב|eight o’clock|8|8:00|clock|eight|o’clock|time
🕣️	5	שמונה וחצי	08:30|20:30|eight-thirty|30|8|8:30|clock|eight|thirty|time
🕘️	5	תשע	09:00|21:00|תשע בבוקר|תשע בערב|nine o’clock|9|9:00|clock|nine|o’clock|time
🕤️	5	תשע וחצי	09:30|21:30|nine-thirty|30|9|9:30|clock|nine|thirty|time
🕙️	5	עשר	10:00|22:00|ten o’clock|0|10|clock|o’clock|ten
🕥️	5	עשר וחצי	10:30|22:30|ten-thirty|10|30|clock|ten|thirty|time
🕚️	5	אחת-עשרה	11:00|23:00|אחת עשרה בבוקר|אחת עשרה בערב|eleven o’clock|11|clock|eleven|o’clock|time
🕦️	5	אחת-עשרה וחצי	11:30|23:30|אחת עשרה בבוקר|אחת עשרה בלילה|eleven-thirty|11|30|clock|eleven|thirty|time
🌑	5	ירח חדש	חושך|חלל|חשוך|ירח|מולד|new moon|dark|moon|new|space
🌒	5	סהר ירח מתמלא	חלל|ירח|סהר|waxing crescent moon|crescent|dreams|moon|space|waxing
🌓	5	חצי ירח מתמלא	ירח|ירח רבעון ראשון|רבעון|שבוע ראשון|first quarter moon|first|moon|quarter|space
🌔	5	ירח כמעט מלא	חלל|ירח|waxing gibbous moon|gibbous|moon|space|waxing
🌕️	5	ירח מלא	חלל|ירח|מילוא|שמיים|full moon|full|moon|space
🌖	5	ירח מתחיל להתרוקן	חלל|ירח|סהר|waning gibbous moon|gibbous|moon|space|waning
🌗	5	חצי ירח מתרוקן	חצי ירח|ירח|ירח רבעון אחרון|רבעון|שבוע אחרון|last quarter moon|last|moon|quarter|space
🌘	5	סהר ירח מתרוקן	חלל|ירח|סהר|waning crescent moon|crescent|moon|space|waning
🌙	5	סהר	ירח|crescent moon|crescent|moon|ramadan|space
🌚	5	פני ירח חדש	ירח|פנים|new moon face|face|moon|new|space
🌛	5	פני סהר מתמלא	ירח|סהר|פנים|first quarter moon face|face|first|moon|quarter|space
🌜️	5	פני סהר מתרוקן	ירח|סהר|פנים|last quarter moon face|dreams|face|last|moon|quarter
🌡️	5	מדחום	מזג אוויר|תרמומטר|thermometer|weather
☀️	5	שמש	אור|חום|חם|קיץ|sun|bright|rays|space|sunny|weather
🌝	5	פני ירח מלא	ירח|מלא|פנים|full moon face|bright|face|full|moon
🌞	5	פני שמש	חם|חמה|פנים|קיץ|שמש|sun with face|beach|bright|day|face|heat|shine|sun|sunny|sunshine|weather
🪐	5	כוכב לכת עם טבעות	כוכב לכת|כוכבים|שבתאי|ringed planet|planet|ringed|saturn|saturnine
⭐️	5	כוכב	star|astronomy|medium|stars|white
🌟	5	כוכב זוהר	זוהר|כוכב|מנצנץ|glowing star|glittery|glow|glowing|night|shining|sparkle|star|win
🌠	5	כוכב שביט	חלל|כוכב|כוכב נופל|שביט|shooting star|falling|night|shooting|space|star
🌌	5	שביל החלב	אסטרונומיה|חלל|כוכבים|שמיים|milky way|milky|space|way
☁️	5	ענן	מזג אוויר|מעונן|cloud|weather
⛅️	5	שמש מאחורי ענן	מעונן|ענן|שמש|sun behind cloud|behind|cloud|cloudy|sun|weather
⛈️	5	ענן עם ברק וגשם	ברק|גשם|חורף|סופה|ענן|cloud with lightning and rain|cloud|lightning|rain|thunder|thunderstorm
🌤️	5	שמש מאחורי ענן קטן	מזג אוויר|מעונן|ענן|שמש|sun behind small cloud|behind|cloud|sun|weather
🌥️	5	שמש מאחורי ענן גדול	מעונן|ענן|שמש|sun behind large cloud|behind|cloud|sun|weather
🌦️	5	שמש מאחורי ענן עם גשם	גשם|חורף|מעונן חלקית|ענן|שמש|sun behind rain cloud|behind|cloud|rain|sun|weather
🌧️	5	ענן עם גשם	גשום|גשם|חורף|ענן|cloud with rain|cloud|rain|weather
🌨️	5	ענן עם שלג	חורף|ענן|שלג|cloud with snow|cloud|cold|snow|weather
🌩️	5	ענן עם ברק	ברק|חורף|ענן|cloud with lightning|cloud|lightning|weather
🌪️	5	טורנדו	סופה|סערה|רוח|tornado|cloud|weather|whirlwind
🌫️	5	ערפל	מזג אוויר|מעונן|ענן|fog|cloud|weather
🌬️	5	פני רוח נושבת	נושבת|פנים|רוח|wind face|blow|cloud|face|wind
🌀	5	הוריקן	מסתובב|מסתלסל|ספירלה|ציקלון|cyclone|dizzy|hurricane|twister|typhoon|weather
🌈	5	קשת בענן	בי|גאווה|גיי|גשם|טרנס|להט״ב|לסבית|קשת|rainbow|gay|genderqueer|glbt|glbtq|lesbian|lgbt|lgbtq|lgbtqia|nature|pride|queer|rain|trans|transgender|weather
🌂	5	מטריה סגורה	גשם|חורף|מטריה|closed umbrella|closed|clothing|rain|umbrella
☂️	5	מטריה	גשם|חורף|מטרייה|umbrella|clothing|rain
☔️	5	מטריה עם טיפות גשם	גשם|חורף|מטריה|umbrella with rain drops|clothing|drop|drops|rain|umbrella|weather
⛱️	5	שמשיה	חוף|ים|צל|קיץ|umbrella on ground|ground|rain|sun|umbrella
⚡️	5	ברק	חשמל|מתח גבוה|סכנה|high voltage|danger|electric|electricity|high|lightning|nature|thunder|thunderbolt|voltage|zap
❄️	5	פתית שלג	חורף|פתית|שלג|snowflake|cold|snow|weather
☃️	5	איש שלג	חורף|שלג|snowman|cold|man|snow
⛄️	5	איש שלג בלי שלג	איש שלג|חורף|snowman without snow|cold|man|snow|snowman
☄️	5	שביט	חלל|כוכב שביט|מטאור|comet|space
🔥	5	אש	דליקה|להבה|שלהבת|שריפה|fire|af|burn|flame|hot|lit|litaf|tool
💧	5	טיפה	דמעה|מזג אוויר|מזג האוויר|מים|קור|קר|droplet|cold|comic|drop|nature|sad|sweat|tear|water|weather
🌊	5	גל	ים|סערה|water wave|nature|ocean|surf|surfer|surfing|water|wave
🎃	6	מנורת דלעת	אור|דלעת|האלווין|ליל כל הקדושים|מנורה|jack-o-lantern|celebration|halloween|jack|lantern|pumpkin
🎄	6	עץ אשוח מקושט	אשוח|חג המולד|כריסמס|מקושט|Christmas tree|celebration|christmas|tree
🎆	6	זיקוקים	זיקוקין|חגיגה|יום העצמאות|fireworks|boom|celebration|entertainment|yolo
🎇	6	זיקוק על מקל	זיקוקי דינור|זיקוקים|חגיגה|sparkler|boom|celebration|fireworks|sparkle
🧨	6	זיקוקין די נור	דינמיט|זיקוקים|חזיז|firecracker|dynamite|explosive|fire|fireworks|light|pop|popping|spark
✨️	6	נצנוץ	כוכב|כוכבים|נצנוצים|sparkles|*|magic|sparkle|star
🎈	6	בלון	חגיגה|יום הולדת|לחגוג|מסיבה|balloon|birthday|celebrate|celebration
🎉	6	פצצת קונפטי	חגיגה|מסיבה|קונפטי|party popper|awesome|birthday|celebrate|celebration|excited|hooray|party|popper|tada|woohoo
🎊	6	כדור קונפטי	חגיגה|מסיבה|קונפטי|confetti ball|ball|celebrate|celebration|confetti|party|woohoo
🎋	6	קישוט חג יפני	חג|חגיגה|יפני|קישוט|tanabata tree|banner|celebration|japanese|tanabata|tree
🎍	6	קישוט אצטרובלים	אצטרובלים|במבוק|יפני|קישוט|pine decoration|bamboo|celebration|decoration|japanese|pine|plant
🎎	6	בובות יפניות	בובות|חג|יפני|פסטיבל|Japanese dolls|celebration|doll|dolls|festival|japanese
🎏	6	דגלים בצורת דגי קוי	דגל|חג|חגיגה|יפני|קוי|carp streamer|carp|celebration|streamer
🎐	6	פעמון רוח	חג|חגיגה|יפני|פעמון|רוח|wind chime|bell|celebration|chime|wind
🎑	6	טקס ירח	חג|חגיגה|טקס|יפני|ירח|moon viewing ceremony|celebration|ceremony|moon|viewing
🧧	6	מעטפה אדומה	כסף|מזל טוב|מתנה|סין|red envelope|envelope|gift|good|hóngbāo|lai|luck|money|red|see
🎀	6	סרט מתנה	חגיגה|מסיבה|מתנה|סרט|ribbon|celebration
🎁	6	קופסת מתנה	אריזה|יום הולדת|מסיבה|מתנה|עטוף|קופסה|שי|wrapped gift|birthday|bow|box|celebration|christmas|gift|present|surprise|wrapped
🎗️	6	סרט הזדהות	זיכרון|reminder ribbon|celebration|reminder|ribbon
🎟️	6	כרטיס כניסה	כניסה|כרטיס|admission tickets|admission|ticket|tickets
🎫	6	כרטיס	כניסה|ticket|admission|stub
🎖️	6	מדליה צבאית	גבורה|גיבור|מדליה|עיטור|צבא|military medal|award|celebration|medal|military
🏆️	6	גביע	אלוף|מקום ראשון|ניצחון|ספורט|trophy|champion|champs|prize|slay|sport|victory|win|winning
🏅	6	מדליית ספורט	מדליה|ניצחון|ספורט|sports medal|award|gold|medal|sports|winner
🥇	6	מדליית זהב	הצטיינות|מקום ראשון|1st place medal|1st|first|gold|medal|place
🥈	6	מדליית כסף	מקום שני|2nd place medal|2nd|medal|place|second|silver
🥉	6	מדליית ארד	מקום שלישי|3rd place medal|3rd|bronze|medal|place|third
⚽️	6	כדורגל	כדור|ספורט|soccer ball|ball|football|futbol|soccer|sport
⚾️	6	כדור בסיס	בייסבול|כדור|ספורט|baseball|ball|sport
🥎	6	סופטבול	בייסבול|כדור|כפפה|softball|ball|glove|sports|underarm
🏀	6	כדור סל	כדור|כדורסל|ספורט|basketball|ball|hoop|sport
🏐	6	כדורעף	כדור|משחק|ספורט|volleyball|ball|game
🏈	6	פוטבול אמריקאי	אמריקאי|כדור|ספורט|פוטבול|american football|american|ball|bowl|football|sport|super
🏉	6	כדור רוגבי	כדור|ספורט|רוגבי|rugby football|ball|football|rugby|sport
🎾	6	כדור טניס	טניס|כדור|מחבט|ספורט|tennis|ball|racquet|sport
🥏	6	פריזבי	דיסק|צלחת מעופפת|flying disc|disc|flying|ultimate
🎳	6	כדור באולינג	באולינג|כדור|כדורת|משחק|פינים|bowling|ball|game|sport|strike
🏏	6	קריקט	כדור|מחבט|משחק|ספורט|cricket game|ball|bat|cricket|game
🏑	6	הוקי שדה	הוקי|מחבט|ספורט|שדה|field hockey|ball|field|game|hockey|stick
🏒	6	מקל ודיסקית של הוקי קרח	הוקי|מחבט|ספורט|קרח|ice hockey|game|hockey|ice|puck|stick
🥍	6	לקרוס	כדור|מקל|משחק רשת|lacrosse|ball|goal|sports|stick
🏓	6	פינג פונג	טניס שולחן|כדור|מחבט|משחק|ping pong|ball|bat|game|paddle|ping|pingpong|pong|table|tennis
🏸	6	בדמינטון	כדור נוצה|מחבט|רקטה|badminton|birdie|game|racquet|shuttlecock
🥊	6	כפפת אגרוף	אגרוף|איגרוף|בוקס|כפפה|boxing glove|boxing|glove
🥋	6	חליפת אומנויות לחימה	אמנויות לחימה|ג’ודו|חגורה שחורה|חליפה|טקוואנדו|ספורט|קראטה|martial arts uniform|arts|judo|karate|martial|taekwondo|uniform
🥅	6	שער כדורגל	גול|מטרה|שער רשת|goal net|goal|net
⛳️	6	דגל גולף	גולף|גומה|דגל|משחק|flag in hole|flag|golf|hole|sport
⛸️	6	נעל החלקה על קרח	החלקה|נעל|קרח|ice skate|ice|skate|skating
🎣	6	חכת דיג	דג|דיג|דייג|חכה|fishing pole|entertainment|fish|fishing|pole|sport
🤿	6	מסיכת צלילה	לצלול|צלילה|שנורקל|diving mask|diving|mask|scuba|snorkeling
🎽	6	חולצת ריצה	ג׳וגינג|חולצה|ספורט|ריצה|running shirt|athletics|running|sash|shirt
🎿	6	מגלשי סקי	מגלשיים|ספורט|סקי|שלג|skis|ski|snow|sport
🛷	6	מִזְחֶלֶת	מזחלת|שלג|sled|luge|sledge|sleigh|snow|toboggan
🥌	6	אבן קרלינג	אבן|משחק|curling stone|curling|game|rock|stone
🎯	6	פגיעה בול	בול|בול פגיעה|חץ|מטרה|משחק|קליעה|bullseye|bull|dart|direct|entertainment|game|hit|target
🪀	6	יו-יו	יויו|עולה ויורד|צעצוע|yo-yo|fluctuate|toy
🪁	6	עפיפון	להעיף|מתעופף|מתרומם|kite|fly|soar
🔫	6	אקדח מים	אקדח|ירי|יריות|ירייה|כלי נשק|נשק|water pistol|gun|handgun|pistol|revolver|tool|water|weapon
🎱	6	כדור ביליארד	ביליארד|כדור|משחק|סנוקר|pool 8 ball|8|8ball|ball|billiard|eight|game|pool
🔮	6	כדור בדולח	מזל|נבואה|ניבוי|עתידות|קריסטל|ראיית הנולד|crystal ball|ball|crystal|fairy|fairytale|fantasy|fortune|future|magic|tale|tool
🪄	6	שרביט קסמים	מכשף|מכשפה|קוסם|קוסמים|קסם|קסמים|שרביט|magic wand|magic|magician|wand|witch|wizard
🎮️	6	משחק וידאו	ג׳ויסטיק|וידאו|מחשב|משחק|קונסולה|שלט משחק|video game|controller|entertainment|game|video
🕹️	6	ג׳ויסטיק	מחשב|משחק|משחקי וידאו|joystick|game|video|videogame
🎰	6	מכונת מזל	הימורים|מהמר|מזל|משחק|קזינו|slot machine|casino|gamble|gambling|game|machine|slot|slots
🎲	6	קוביית משחק	מהמר|מזל|משחק|קובייה|game die|dice|die|entertainment|game
🧩	6	חלק בפאזל	התאמה|חתיכה מהפאזל|פאזל|קשר|רמז|puzzle piece|clue|interlocking|jigsaw|piece|puzzle
🧸	6	דובי	בובה|דובון|ילדים|צעצוע|teddy bear|bear|plaything|plush|stuffed|teddy|toy
🪅	6	פיניאטה	חגיגה|מסיבה|פינייטה|piñata|candy|celebrate|celebration|cinco|de|festive|mayo|party|pinada|pinata
🪩	6	כדור מראה	בילויים|דיסקו|כדור דיסקו|מסיבות|נצנצים|ריקודים|mirror ball|ball|dance|disco|glitter|mirror|party
🪆	6	בבושקה	בובה|בובות בבושקה|מטריושקה|רוסית|nesting dolls|babooshka|baboushka|babushka|doll|dolls|matryoshka|nesting|russia
♠️	6	קלף עלה	משחק|עלה|קלף|קלפים|spade suit|card|game|spade|suit
♥️	6	קלף לב	אהבה|לב|משחק|קלף|heart suit|card|emotion|game|heart|hearts|suit
♦️	6	קלף יהלום	יהלום|משחק|קלף|diamond suit|card|diamond|game|suit
♣️	6	קלף תלתן	משחק|קלף|קלפים|תלתן|club suit|card|club|clubs|game|suit
♟️	6	פיון בשחמט	פיון|רגלי|שח|שחמט|chess pawn|chess|dupe|expendable|pawn
🃏	6	ג׳וקר	משחק|קלף|joker|card|game|wildcard
🀄️	6	דרקון אדום מה-ג׳ונג	אדום|דרקון|דרקון אדום במה-ג׳ונג|מה-ג׳ונג|משחק|mahjong red dragon|dragon|game|mahjong|red
🎴	6	קלפי פרחים	יפני|משחק|קלף|flower playing cards|card|cards|flower|game|japanese|playing
🎭️	6	אמנויות הבמה	במה|דרמה|מסיכות|משחק|פורים|תיאטרון|performing arts|actor|actress|art|arts|entertainment|mask|performing|theater|theatre|thespian
🖼️	6	מסגרת עם תמונה	אמנות|מוזיאון|מסגרת|ציור|תמונה|framed picture|art|frame|framed|museum|painting|picture
🎨	6	פלטת צבעים	אמן|אמנות|מוזיאון|צבעים|ציור|artist palette|art|artist|artsy|arty|colorful|creative|entertainment|museum|painter|painting|palette
🧵	6	חוט	מחט|סליל|תפירה|thread|needle|sewing|spool|string
🪡	6	מחט	לרקום|לתפור|רקמה|תפירה|sewing needle|embroidery|needle|sew|sewing|stitches|sutures|tailoring|thread
🧶	6	צמר	כדור צמר|סריגה|קרושה|yarn|ball|crochet|knit
🪢	6	קשר	חבל|לקשור|עניבה|קשירה|knot|cord|rope|tangled|tie|twine|twist
👓️	7	משקפיים	עיניים|glasses|clothing|eye|eyeglasses|eyewear
🕶️	7	משקפי שמש	משקפיים|שמש|sunglasses|dark|eye|eyewear|glasses
🥽	7	משקפי שחייה	משקפי מגן|משקפיים|משקפת|סקי|goggles|dive|eye|protection|scuba|swimming|welding
🥼	7	חלוק מעבדה	חוקר|מדען|רופא|lab coat|clothes|coat|doctor|dr|experiment|jacket|lab|scientist|white
🦺	7	אפוד בטיחות	אפוד|בטיחות|חירום|חליפת הצלה|safety vest|emergency|safety|vest
👔	7	חולצה עם עניבה	בגד|חולצה|מחויט|עניבה|עסקי|necktie|clothing|employed|serious|shirt|tie
👕	7	חולצת טי	בגד|חולצה|חולצת טריקו|טי שירט|טי-שירט|קצרה|t-shirt|blue|casual|clothes|clothing|collar|dressed|shirt|shopping|tshirt|weekend
👖	7	מכנסי ג׳ינס	בגד|ג׳ינס|מכנסיים|jeans|blue|casual|clothes|clothing|denim|dressed|pants|shopping|trousers|weekend
🧣	7	צעיף	חורף|צוואר|scarf|bundle|cold|neck|up
🧤	7	כפפות	יד|כפפה|gloves|hand
🧥	7	מעיל	ג׳קט|ז׳קט|חורף|קר|coat|brr|bundle|cold|jacket|up
🧦	7	גרביים	socks|stocking
👗	7	שמלה	בגד|חגיגית|יפה|dress|clothes|clothing|dressed|fancy|shopping
👘	7	קימונו	בגד|יפן|יפני|מסורתי|kimono|clothing|comfortable
🥻	7	סארי	בגד|הודו|sari|clothing|dress
🩱	7	בגד ים שלם	בגד ים|בגד רחצה|ים|שחייה|שלם|one-piece swimsuit|bathing|one-piece|suit|swimsuit
🩲	7	תחתונים	בגד ים|בגד רחצה|הלבשה תחתונה|תחתון|briefs|bathing|one-piece|suit|swimsuit|underwear
🩳	7	מכנסיים קצרים	בגד ים|בגד רחצה|הלבשה תחתונה|מכנס קצר|תחתונים|shorts|bathing|pants|suit|swimsuit|underwear
👙	7	ביקיני	בגד|ים|קיץ|bikini|bathing|beach|clothing|pool|suit|swim
👚	7	חולצת אישה	אישה|בגד|חולצה|woman’s clothes|blouse|clothes|clothing|collar|dress|dressed|lady|shirt|shopping|woman|woman’s
🪭	7	מניפת יד מתקפלת	חם|לפלרטט|לקרר|לרקוד|מאוורר|מניפה|מניפת יד|קירור|folding hand fan|clack|clap|cool|cooling|dance|fan|flirt|flutter|folding|hand|hot|shy
👛	7	ארנק	כסף|מטבעות|purse|clothes|clothing|coin|dress|fancy|handbag|shopping
👜	7	תיק יד	אקססוריז|ארנק|ביגוד|handbag|bag|clothes|clothing|dress|lady|purse|shopping
👝	7	תיק ערב	אקססוריז|פאוץ׳|תיק|תיק קלאץ׳|clutch bag|bag|clothes|clothing|clutch|dress|handbag|pouch|purse
🛍️	7	שקיות קניות	קניות|שופינג|שקיות|shopping bags|bag|bags|hotel|shopping
🎒	7	ילקוט	בית ספר|לימודים|תיק|תיק גב|backpack|backpacking|bag|bookbag|education|rucksack|satchel|school
🩴	7	כפכפי אצבע	כפכפים|נעלי אצבע|קיץ|thong sandal|beach|flip|flop|sandal|sandals|shoe|thong|thongs|zōri
👞	7	נעל של גבר	גבר|נעל|man’s shoe|brown|clothes|clothing|feet|foot|kick|man|man’s|shoe|shoes|shopping
👟	7	נעל ריצה	אצן|נעל|סניקרס|ספורט|ריצה|running shoe|athletic|clothes|clothing|fast|kick|running|shoe|shoes|shopping|sneaker|tennis
🥾	7	נעלי הליכה	הליכה|טיול|טרק|מחנאות|נעליים|נעליים גבוהות|hiking boot|backpacking|boot|brown|camping|hiking|outdoors|shoe
🥿	7	נעל שטוחה	נעלי בובה|נעלי בלט|נעלי סירה|flat shoe|ballet|comfy|flat|flats|shoe|slip-on|slipper
👠	7	נעל עקב גבוה	אופנה|אישה|נעל|עקב|high-heeled shoe|clothes|clothing|dress|fashion|heel|heels|high-heeled|shoe|shoes|shopping|stiletto|woman
👡	7	סנדל של אישה	אישה|סנדל|עקב|קיץ|woman’s sandal|clothing|sandal|shoe|woman|woman’s
🩰	7	נעלי בלט	בלט|בלרינה|נעליים|ריקוד|ballet shoes|ballet|dance|shoes
👢	7	מגף של אישה	אישה|חורף|מגף|נעליים|קניות|woman’s boot|boot|clothes|clothing|dress|shoe|shoes|shopping|woman|woman’s
🪮	7	מסרק שיער	אפרו|טיפוח|מסרק|סידור שיער|שיער|תלתלים|hair pick|afro|comb|groom|hair|pick
👑	7	כתר	מלך|מלכה|crown|clothing|family|king|medieval|queen|royal|royalty|win
👒	7	כובע של אישה	אישה|כובע|קיץ|קיצי|woman’s hat|clothes|clothing|garden|hat|hats|party|woman|woman’s
🎩	7	מגבעת צילינדר	ביגוד|גבר|כובע|מגבעת|מהודר|צילינדר|קוסם|top hat|clothes|clothing|fancy|formal|hat|magic|top|tophat
🎓️	7	כובע סיום לימודים	אוניברסיטה|אקדמיה|דיפלומה|כובע|תעודה|graduation cap|cap|celebration|clothing|education|graduation|hat|scholar
🧢	7	כובע מצחייה	בייסבול|כובע|מצחיה|billed cap|baseball|bent|billed|cap|dad|hat
🪖	7	קסדה צבאית	חייל|חיילים|צבא|צה״ל|קסדה|קפלס״ט|קפלסט|military helmet|army|helmet|military|soldier|war|warrior
⛑️	7	קסדה עם צלב לבן	בטיחות|קסדה|קסדת בטיחות|rescue worker’s helmet|aid|cross|face|hat|helmet|rescue|worker’s
📿	7	מחרוזת תפילה	דת|מחרוזת|מסבחה|סביחה|שרשרת|תפילה|prayer beads|beads|clothing|necklace|prayer|religion
💄	7	שפתון	איפור|אישה|טיפוח|יופי|קוסמטיקה|lipstick|cosmetics|date|makeup
💍	7	טבעת	אירוסין|חתונה|יהלום|נישואין|רומנטיקה|תכשיט|ring|diamond|engaged|engagement|married|romance|shiny|sparkling|wedding
💎	7	יהלום	רומנטיקה|תכשיט|gem stone|diamond|engagement|gem|jewel|money|romance|stone|wedding
🔇	7	רמקול מושתק	השתקה|ווליום|להשתיק|מושתק|קול מושתק|רמקול|שקט|muted speaker|mute|muted|quiet|silent|sound|speaker
🔈️	7	ווליום נמוך	ווליום נמוך של הרמקול|נמוך|speaker low volume|low|soft|sound|speaker|volume
🔉	7	ווליום בינוני	בינוני|ווליום בינוני של הרמקול|speaker medium volume|medium|sound|speaker|volume
🔊	7	ווליום חזק	ווליום|חזק|רמקול|speaker high volume|high|loud|music|sound|speaker|volume
📢	7	מגפון	דובר|הודעה|הפגנה|חזק|כרוז|loudspeaker|address|communication|loud|public|sound
📣	7	מגפון בלי ידית	כרוז|מגפון|עידוד|megaphone|cheering|sound
📯	7	קרן דואר	דואר|חצוצרה|קרן|postal horn|horn|post|postal
🔔	7	פעמון	הפסקה|צליל|צלצול|bell|break|church|sound
🔕	7	פעמון מושתק	מושתק|פעמון|שקט|bell with slash|bell|forbidden|mute|no|not|prohibited|quiet|silent|slash|sound
🎼	7	מפתח סול	מוזיקה|מוסיקה|תווים|musical score|music|musical|note|score
🎵	7	תו מוזיקלי	מוזיקה|תו|תווים|musical note|music|musical|note|sound
🎶	7	תווים מוזיקליים	מוזיקה|מוסיקה|תווים|musical notes|music|musical|note|notes|sound
🎙️	7	מיקרופון אולפן	אולפן|הקלטה|מוזיקה|מיקרופון|שירה|studio microphone|mic|microphone|music|studio
🎚️	7	מחוון עוצמת קול	מחוון|סאונד|סליידר|עוצמה|צליל|קול|רמה|level slider|level|music|slider
🎛️	7	כפתורי עוצמת קול	ווליום|כפתורים|מוזיקה|מוסיקה|סינתי|עוצמת קול|שליטה|control knobs|control|knobs|music
🎤	7	מיקרופון	הקלטה|לשיר|מוזיקה|קריוקי|שירה|microphone|karaoke|mic|music|sing|sound
🎧️	7	אוזניה	אוזניות|אוזנייה|אזניות|מוזיקה|headphone|earbud|sound
📻️	7	רדיו	מוזיקה|מוסיקה|radio|entertainment|tbt|video
🎷	7	סקסופון	כלי נגינה|מוזיקה|מוסיקה|saxophone|instrument|music|sax
🎺	7	חצוצרה	כלי נגינה|מוזיקה|מוסיקה|trumpet|instrument|music
🪗	7	אקורדיון	אקורדיאון|מוסיקה|קונצרטינה|accordion|box|concertina|instrument|music|squeeze|squeezebox
🎸	7	גיטרה	חשמלית|כלי נגינה|מוזיקה|מוסיקה|רוק|guitar|instrument|music|strat
🎹	7	קלידים	אורגן|כלי נגינה|מוזיקה|פסנתר|musical keyboard|instrument|keyboard|music|musical|piano
🎻	7	כינור	כלי נגינה|מוזיקה|מוסיקה|violin|instrument|music
🪕	7	בנג׳ו	כלי מיתר|כלי מיתרים|כלי נגינה|מוזיקה|מוסיקה|banjo|music|stringed
🥁	7	תוף	מוזיקה|מוסיקה|מקלות תיפוף|סנר|קצב|drum|drumsticks|music
🪘	7	תוף גבוה	לתופף|מתופף|קונגה|קצב|תוף|תופים|תיפוף|long drum|beat|conga|drum|instrument|long|rhythm
🪇	7	מאראקס	חגיגה|כלי הקשה|לטינית|מוזיקה|מסיבה|מרקה|נגינה|צ׳ה צ׳ה|ריקוד|תיפוף|maracas|cha|dance|instrument|music|party|percussion|rattle|shake|shaker
🪈	7	חליל	חליל עץ|חלילית|כלי נשיפה|מוזיקה|נגינה|flute|band|fife|flautist|instrument|marching|music|orchestra|piccolo|pipe|recorder|woodwind
📱	7	טלפון נייד	טלפון|נייד|סלולרי|mobile phone|cell|communication|mobile|phone|telephone
📲	7	טלפון נייד עם חץ	חץ|טלפון|נייד|סלולרי|שיחה נכנסת|mobile phone with arrow|arrow|build|call|cell|communication|mobile|phone|receive|telephone
☎️	7	טלפון רגיל	דבר איתי|דברי איתי|טלפון|לחייג|לצלצל|שיחה|telephone|phone
📞	7	שפופרת טלפון	אפרכסת|בשיחה|טלפון|שיחה|שפופרת|telephone receiver|communication|phone|receiver|telephone|voip
📟️	7	איתורית	ביפר|זימונית|pager|communication
📠	7	מכשיר פקס	פקס|פקסימיליה|fax machine|communication|fax|machine
🔋	7	סוללה	בטריה|טעינה|לטעון|מצבר|battery
🪫	7	סוללה נמוכה	אנרגיה|בטריה|חשמל|מעט אנרגיה|מרוקן|סוללה|low battery|battery|drained|electronic|energy|low|power
🔌	7	תקע חשמלי	חשמל|מתח|תקע|electric plug|electric|electricity|plug
💻️	7	מחשב נייד	אישי|לפטופ|מחשב|נייד|פי סי|laptop|computer|office|pc|personal
🖥️	7	מחשב שולחני	מחשב|מסך|נייח|desktop computer|computer|desktop|monitor
🖨️	7	מדפסת	מחשב|printer|computer
⌨️	7	מקלדת	לוח מקשים|מחשב|keyboard|computer
🖱️	7	עכבר למחשב	מחשב|עכבר|computer mouse|computer|mouse
🖲️	7	גלגלת עכבר	גלגלת|מחשב|עכבר|trackball|computer
💽	7	דיסק	אופטי|דיסק קשיח|מחשב|מינידיסק|תקליטור|computer disk|computer|disk|minidisk|optical
💾	7	דיסקט	מחשב|פלופי|floppy disk|computer|disk|floppy
💿️	7	דיסק אופטי	אופטי|דיסק|מחשב|תקליטור|optical disk|blu-ray|cd|computer|disk|dvd|optical
📀	7	dvd	אופטי|דיסק|מחשב|תקליטור|blu-ray|cd|computer|disk|optical
🧮	7	חשבונייה	אבקוס|חישוב|חשבון|חשבוניה|abacus|calculation|calculator
🎥	7	מצלמת קולנוע	מסרטה|מצלמה|סרט|פילם|צילום|קולנוע|movie camera|bollywood|camera|cinema|film|hollywood|movie|record
🎞️	7	פילם	סרט|צילום|קולנוע|film frames|cinema|film|frames|movie
📽️	7	מקרן קולנוע	וידאו|מסרטה|מקרן|סרט|קולנוע|film projector|cinema|film|movie|projector|video
🎬️	7	קלאפר	סרט|צילום|קולנוע|clapper board|action|board|clapper|movie
📺️	7	טלוויזיה	TV|וידאו|מסך|television|tv|video
📷️	7	מצלמה	וידאו|מצלמת כיס|צילום|camera|photo|selfie|snap|tbt|trip|video
📸	7	מצלמה עם פלאש	הבזק|לצלם|מבזק|מצלמה|פלאש|צילום|camera with flash|camera|flash|video
📹️	7	מצלמת וידאו	וידאו|מצלמה|צילום|video camera|camcorder|camera|tbt|video
📼	7	קלטת וידאו	VHS|וידאו|קלטת|קסטה|videocassette|old|school|tape|vcr|vhs|video
🔍️	7	זכוכית מגדלת נוטה שמאלה	בלש|זכוכית|חיפוש|מגדלת|שרלוק|magnifying glass tilted left|glass|lab|left|left-pointing|magnifying|science|search|tilted|tool
🔎	7	זכוכית מגדלת נוטה ימינה	בלש|זכוכית|חוקר|חיפוש|מגדלת|magnifying glass tilted right|contact|glass|lab|magnifying|right|right-pointing|science|search|tilted|tool
🕯️	7	נר	אור|להבה|candle|light
💡	7	נורה	אור|חשמל|רעיון|light bulb|bulb|comic|electric|idea|light
🔦	7	פנס	אור|תאורה|flashlight|electric|light|tool|torch
🏮	7	פנס נייר אדום	אדום|יפני|נייר|סיני|פנס|red paper lantern|bar|lantern|light|paper|red|restaurant
🪔	7	מנורת דייה	דייה|הודו|מנורה|מנורת שמן|diya lamp|diya|lamp|light|oil
📔	7	מחברת עם כריכה מעוטרת	יומן|כריכה|כתיבה|מחברת|ספר|notebook with decorative cover|book|cover|decorated|decorative|education|notebook|school|writing
📕	7	ספר סגור	לימודים|סגור|ספר|closed book|book|closed|education
📖	7	ספר פתוח	ספר|פתוח|קורא|open book|book|education|fantasy|knowledge|library|novels|open|reading
📗	7	ספר ירוק	ירוק|ספר|green book|book|education|fantasy|green|library|reading
📘	7	ספר כחול	כחול|ספר|blue book|blue|book|education|fantasy|library|reading
📙	7	ספר כתום	כתום|לקרוא|ספר|ספריה|קריאה|orange book|book|education|fantasy|library|orange|reading
📚️	7	ספרים	לימודים|ספר|קריאה|books|book|education|fantasy|knowledge|library|novels|reading|school|study
📓	7	מחברת	יומן|ספרון|notebook
📒	7	יומן	מחברת|ledger|notebook
📃	7	דף עם קצה מגולגל	דף|מגולגל|מסמך|נייר|page with curl|curl|document|page|paper
📜	7	מגילה	נייר|קלף|scroll|paper
📄	7	דף עם הפנים כלפי מעלה	דף|דף כתוב|מסמך|נייר|page facing up|document|facing|page|paper|up
📰	7	עיתון	חדשות|תקשורת|newspaper|communication|news|paper
🗞️	7	עיתון מגולגל	חדשות|מגולגל|עיתון|rolled-up newspaper|news|newspaper|paper|rolled|rolled-up
📑	7	תוויות סימניה	דפים|מסמכים|ניירות|סימון|סימניה|סימניות|תוויות|bookmark tabs|bookmark|mark|marker|tabs
🔖	7	סימנייה	סימון|bookmark|mark
🏷️	7	תווית	סימון|תג|תוויות|תיוג|label|tag
🪙	7	מטבע	אוצר|זהב|כסף|מטבעות|coin|dollar|euro|gold|metal|money|rich|silver|treasure
💰️	7	שק כסף	בנק|דולר|זכיתי|טחון|כסף|לשלם|מליין|עשיר|שק|money bag|bag|bank|bet|billion|cash|cost|dollar|gold|million|money|moneybag|paid|paying|pot|rich|win
💴	7	שטר ין	ין|כסף|מטבע|שטר|yen banknote|bank|banknote|bill|currency|money|note|yen
💵	7	שטר דולר	דולר|כסף|מטבע|שטר|dollar banknote|bank|banknote|bill|currency|dollar|money|note
💶	7	שטר אירו	אירו|טחון|כסף|מטבע|עשיר|שטר|euro banknote|100|bank|banknote|bill|currency|euro|money|note|rich
💷	7	שטר לירה שטרלינג	כסף|לירה שטרלינג|מטבע|סטפה|פאונד|שטר|pound banknote|bank|banknote|bill|billion|cash|currency|money|note|pound|pounds
💸	7	כסף עם כנפיים	דולר|כנפיים|כסף|עף|money with wings|bank|banknote|bill|billion|cash|dollar|fly|million|money|note|pay|wings
💳️	7	כרטיס אשראי	אשראי|כסף|כרטיס|תשלום|credit card|bank|card|cash|charge|credit|money|pay
🧾	7	קבלה	הוכחה|הנהלת חשבונות|חשבונית|ראיית חשבון|receipt|accounting|bookkeeping|evidence|invoice|proof
💹	7	גרף עולה עם סימן ין	גרף|יואן|ין|יפן|כלכלה|כסף|סין|עולה|צמיחה|chart increasing with yen|bank|chart|currency|graph|growth|increasing|market|money|rise|trend|upward|yen
✉️	7	מעטפה	אימייל|דוא״ל|דואר|דואר אלקטרוני|מכתב|envelope|e-mail|email|letter
📧	7	אימייל	דוא״ל|דואר|דואר אלקטרוני|מכתב|מעטפה|e-mail|email|letter|mail
📨	7	מעטפה נכנסת	אימייל|דוא״ל נכנס|דואר|מכתב|מעטפה|נכנס|קבלה|incoming envelope|delivering|e-mail|email|envelope|incoming|letter|mail|receive|sent
📩	7	מעטפה עם חץ	אימייל|דוא״ל|דואר אלקטרוני|חץ|מכתב|מעטפה|נשלח|envelope with arrow|arrow|communication|down|e-mail|email|envelope|letter|mail|outgoing|send|sent
📤️	7	מגש דואר יוצא	דואר|יוצא|מגש|מכתב|נשלח|תיבה|outbox tray|box|email|letter|mail|outbox|sent|tray
📥️	7	מגש דואר נכנס	דואר|מגש|מכתב|נכנס|קבלה|תיבה|inbox tray|box|email|inbox|letter|mail|receive|tray|zero
📦️	7	חבילה	אריזה|מעבר|משלוח|צרור|package|box|communication|delivery|parcel|shipping
📫️	7	תיבת דואר סגורה עם דגלון למעלה	דואר|סגורה|תיבת דואר|closed mailbox with raised flag|closed|communication|flag|mail|mailbox|postbox|raised
📪️	7	תיבת דואר סגורה עם דגלון למטה	דואר|סגורה|תיבת דואר|closed mailbox with lowered flag|closed|flag|lowered|mail|mailbox|postbox
📬️	7	תיבת דואר פתוחה עם דגלון למעלה	דואר|פתוחה|תיבת דואר|open mailbox with raised flag|flag|mail|mailbox|open|postbox|raised
📭️	7	תיבת דואר פתוחה עם דגלון למטה	דואר|פתוחה|תיבת דואר|open mailbox with lowered flag|flag|lowered|mail|mailbox|open|postbox
📮	7	תיבת דואר	דואר|מכתב|postbox|mail|mailbox
🗳️	7	קלפי עם פתק הצבעה	בחירות|הצבעה|פתק|קלפי|ballot box with ballot|ballot|box
✏️	7	עיפרון	כלי כתיבה|לכתוב|עפרון|עפרונות|pencil
✒️	7	עט ציפורן שחור	דיו|עט|עט נובע|ציפורן|black nib|black|nib|pen
🖋️	7	עט נובע	נובע|עט|fountain pen|fountain|pen
🖊️	7	עט	כדורי|pen|ballpoint
🖌️	7	מכחול	ציור|paintbrush|painting
🖍️	7	צבע פנדה	פנדה|צבע|ציור|קריון|crayon
📝	7	פתק תזכורת	עיפרון|memo|communication|media|notes|pencil
💼	7	תיק מסמכים	מזוודה|מסמכים|עסקים|תיק|briefcase|office
📁	7	תיקיית מסמכים	מסמכים|תיקייה|file folder|file|folder
📂	7	תיקיית מסמכים פתוחה	מסמכים|פתוחה|תיקיה|תיקייה|open file folder|file|folder|open
🗂️	7	כרטסת עם חוצצים	חוצצים|כרטיסיות|כרטסת|card index dividers|card|dividers|index
📅	7	לוח שנה	יומן|תאריך|calendar|date
📆	7	לוח שנה לתלישת דפים	יומן|לוח שנה|תאריך|tear-off calendar|calendar|tear-off
🗒️	7	פנקס עם ספירלה	ספירלה|פנקס|spiral notepad|note|notepad|pad|spiral
🗓️	7	לוח שנה עם ספירלה	לוח שנה|ספירלה|spiral calendar|calendar|pad|spiral
📇	7	כרטסת	כרטיסיות|רולודקס|card index|card|index|old|rolodex|school
📈	7	גרף עולה	גידול|גרף|למעלה|מגמה|נתונים|עולה|תרשים|chart increasing|chart|data|graph|growth|increasing|right|trend|up|upward
📉	7	גרף יורד	גרף|יורד|ירידה|מגמה|תרשים|chart decreasing|chart|data|decreasing|down|downward|graph|negative|trend
📊	7	תרשים עמודות	גרף|נתונים|עמודות|תרשים|bar chart|bar|chart|data|graph
📋️	7	לוח כתיבה	כתיבה|לוח|משימות|רשימה|clipboard|do|list|notes
📌	7	נעץ	סיכה|pushpin|collage|pin
📍	7	סיכה	מיקום|נעץ|round pushpin|location|map|pin|pushpin|round
📎	7	אטב נייר	מהדק|paperclip
🖇️	7	אטבי נייר מחוברים	אטבי נייר|מהדקים|מחוברים|linked paperclips|link|linked|paperclip|paperclips
📏	7	סרגל	ישר|למדוד|מדידה|straight ruler|angle|edge|math|ruler|straight|straightedge
📐	7	סרגל משולש	הנדסה|משולש|סרגל|triangular ruler|angle|math|rule|ruler|set|slide|triangle|triangular
✂️	7	מספריים	גזירה|יצירה|לגזור|scissors|cut|cutting|paper|tool
🗃️	7	קופסת תיוק כרטיסיות	כרטיסיות|קופסה|תיוק|card file box|box|card|file
🗄️	7	מגירות מסמכים	ארון|מגירות|מסמכים|תיוק|file cabinet|cabinet|file|filing|paper
🗑️	7	סל ניירות	אשפה|סל|פח|wastebasket|can|garbage|trash|waste
🔒️	7	מנעול	לסגור|סגור|locked|closed|lock|private
🔓️	7	מנעול פתוח	לסגור|מנעול|פתוח|unlocked|cracked|lock|open|unlock
🔏	7	מנעול עם עט	מנעול|סגור|עט|פרטיות|locked with pen|ink|lock|locked|nib|pen|privacy
🔐	7	מנעול סגור עם מפתח	מאובטח|מנעול|מפתח|נעול עם מפתח|סגור|locked with key|bike|closed|key|lock|locked|secure
🔑	7	מפתח	לנעול|סיסמה|רמז|key|keys|lock|major|password|unlock
🗝️	7	מפתח ישן	ישן|לנעול|מנעול|מפתח|רמז|old key|clue|key|lock|old
🔨	7	פטיש	בנייה|כלי עבודה|hammer|home|improvement|repairs|tool
🪓	7	גרזן	לבקע|לחתוך|לקצוץ|עץ|axe|ax|chop|hatchet|split|wood
⛏️	7	מכוש	חופר|חפירה|כלי עבודה|לחפור|pick|hammer|mining|tool
⚒️	7	פטיש ומכוש	בנייה|חפירה|כלי עבודה|מכוש|עבודה|פטיש|hammer and pick|hammer|pick|tool
🛠️	7	פטיש ומפתח ברגים	כלי עבודה|כלים|מפתח ברגים|עבודה|פטיש|hammer and wrench|hammer|spanner|tool|wrench
🗡️	7	פגיון	חרב|כלי נשק|סכין|dagger|knife|weapon
⚔️	7	חרבות מוצלבות	חרבות|כלי נשק|מוצלבות|crossed swords|crossed|swords|weapon
💣️	7	פצצה	בום|קומיקס|רימון|bomb|boom|comic|dangerous|explosion|hot
🪃	7	בומרנג	אוסטרליה|חרב פיפיות|לחזור כבומרנג|boomerang|rebound|repercussion|weapon
🏹	7	חץ וקשת	גלגל המזלות|חץ|כלי נשק|קשת|bow and arrow|archer|archery|arrow|bow|sagittarius|tool|weapon|zodiac
🛡️	7	מגן	אביר|כלי נשק|shield|weapon
🪚	7	מסור	כלי עבודה|מנסר|מסור ידני|נגר|נגרייה|ניסור|carpentry saw|carpenter|carpentry|cut|lumber|saw|tool|trim
🔧	7	מפתח ברגים	כלי עבודה|תיקון|wrench|home|improvement|spanner|tool
🪛	7	מברג	הברגה|כלי עבודה|screwdriver|flathead|handy|screw|tool
🔩	7	בורג ואום	אום|בורג|הרכבה|nut and bolt|bolt|home|improvement|nut|tool
⚙️	7	גלגל שיניים	מנגנון|gear|cog|cogwheel|tool
🗜️	7	מלחציים	כלי עבודה|clamp|compress|tool|vice
⚖️	7	מאזניים	בית משפט|גלגל המזלות|משפט|משקל|צדק|balance scale|balance|justice|libra|scale|scales|tool|weight|zodiac
🦯	7	מקל נחייה	נגישות|עיוור|white cane|accessibility|blind|cane|probing|white
🔗	7	חוליות משולבות	חוליות|קישור|שילוב|שרשרת|link|links
⛓️	7	שרשראות	שלשלאות|שרשרת|chains|chain
🪝	7	קרס	אנקול|וו|hook|catch|crook|curve|ensnare|point|selling
🧰	7	ארגז כלים	ארגז|כלי עבודה|כלים|תיבה|תיקונים|toolbox|box|chest|mechanic|red|tool
🧲	7	מגנט	מגנוט|מגנטי|משיכה|פרסה|magnet|attraction|horseshoe|magnetic|negative|positive|shape|u
🪜	7	סולם	טיפוס|לטפס|עלייה|ladder|climb|rung|step
⚗️	7	מבחנת כימיה	כימיה|מבחנה|מעבדה|ניסוי|alembic|chemistry|tool
🧪	7	מבחנה	כימיה|מדע|מעבדה|ניסויים|test tube|chemist|chemistry|experiment|lab|science|test|tube
🧫	7	צלחת פטרי	ביולוגיה|חיידקים|מעבדה|ניסויים|תרבית|petri dish|bacteria|biologist|biology|culture|dish|lab|petri
🧬	7	די אנ איי	DNA|אבולוציה|ביולוגיה|גנטיקה|גנים|חיים|dna|biologist|evolution|gene|genetics|life
🔬	7	מיקרוסקופ	מדע|מחקר|microscope|experiment|lab|science|tool
🔭	7	טלסקופ	כוכבים|מדע|מחקר|מצפה כוכבים|צפייה|telescope|contact|extraterrestrial|science|tool
📡	7	צלחת לוויין	אנטנה|לוויין|צלחת|תקשורת|satellite antenna|aliens|antenna|contact|dish|satellite|science
💉	7	מזרק	זריקה|חולה|חיסון|מחט|תרופה|syringe|doctor|flu|medicine|needle|shot|sick|tool|vaccination
🩸	7	טיפת דם	דם|רפואה|תרומת דם|drop of blood|bleed|blood|donation|drop|injury|medicine|menstruation
💊	7	כדור	חולה|כמוסה|רופא|תרופה|pill|doctor|drugs|medicated|medicine|pills|sick|vitamin
🩹	7	פלסטר	חבישה|פצע|adhesive bandage|adhesive|bandage
🩼	7	קביים	מגבלה|מקל|נכות|עזרה|פצוע|פציעה|צליעה|קב|crutch|aid|cane|disability|help|hurt|injured|mobility|stick
🩺	7	סטתוסקופ	מַסְכֵּת|רופא|stethoscope|doctor|heart|medicine
🩻	7	רנטגן	בדיקה|עצמות|קרינה|קרני רנטגן|רופא|רופאה|שיקוף|שלד|x-ray|bones|doctor|medical|skeleton|skull|xray
🚪	7	דלת	פתח|door|back|closet|front
🛗	7	מעלית	בניין גבוה|לעלות|נגישות|elevator|accessibility|hoist|lift
🪞	7	מראה	בבואה|השתקפות|ראי|mirror|makeup|reflection|reflector|speculum
🪟	7	חלון	מסגרת|פתח|window|air|frame|fresh|opening|transparent|view
🛏️	7	מיטה	לינה|לישון|מלון|bed|hotel|sleep
🛋️	7	ספה ומנורה	מלון|מנורה|סלון|ספה|couch and lamp|couch|hotel|lamp
🪑	7	כיסא	ישיבה|כסא|לשבת|chair|seat|sit
🚽	7	אסלה	בית שימוש|נוחיות|שירותים|toilet|bathroom
🪠	7	פומפה	אינסטלטור|סתום|סתימה|פמפמת|פתיחת סתימות|שירותים|שרברב|plunger|cup|force|plumber|poop|suction|toilet
🚿	7	מקלחת	ברז|דוש|מים|shower|water
🛁	7	אמבטיה	מקלחת|bathtub|bath
🪤	7	מלכודת עכברים	להפיל בפח|מלכודת|פח|mouse trap|bait|cheese|lure|mouse|mousetrap|snare|trap
🪒	7	סכין גילוח	גילוח|חד|להתגלח|סכין|תער|razor|sharp|shave
🧴	7	קרם לחות	לחות|קרם|קרם הגנה|שמפו|תחליב|lotion bottle|bottle|lotion|moisturizer|shampoo|sunscreen
🧷	7	סיכת ביטחון	חיתול|סיכה|פאנק רוק|safety pin|diaper|pin|punk|rock|safety
🧹	7	מטאטא	לטאטא|לנקות|מכשפה|broom|cleaning|sweeping|witch
🧺	7	סל	כביסה|פיקניק|basket|farming|laundry|picnic
🧻	7	גליל נייר	בית שימוש|מגבות נייר|נייר טואלט|שירותים|roll of paper|paper|roll|toilet|towels
🪣	7	דלי	מיכל|ספונג׳ה|bucket|cask|pail|vat
🧼	7	סבון	להתרחץ|לרחוץ|סבון גוף|ספוג|soap|bar|bathing|clean|cleaning|lather|soapdish
🫧	7	בועות	גיהוק|מתחת למים|נקי|סבון|פנינים|צדפה|קונכייה|תת-ימי|bubbles|bubble|burp|clean|floating|pearl|soap|underwater
🪥	7	מברשת שיניים	דנטלי|היגיינת הפה|לצחצח|מברשת|צחצוח|שיניים|toothbrush|bathroom|brush|clean|dental|hygiene|teeth|toiletry
🧽	7	ספוג	לנקות|לספוג|לרחוץ|מקלחת|נקבובי|sponge|absorbing|cleaning|porous|soak
🧯	7	מטף אש	אש|כיבוי|לכבות אש|מטף כיבוי|fire extinguisher|extinguish|extinguisher|fire|quench
🛒	7	עגלת קניות	מכולת|סופרמרקט|סל קניות|עגלה|קניות|shopping cart|cart|shopping|trolley
🚬	7	סיגריה דולקת	דולקת|סיגריה|עישון|cigarette|smoking
⚰️	7	ארון קבורה	לוויה|מוות|ערפד|coffin|dead|death|vampire
🪦	7	מצבה	אזכרה|בית עלמין|בית קברות|מוות|מציבה|קבורה|קבר|headstone|cemetery|dead|grave|graveyard|memorial|rip|tomb|tombstone
⚱️	7	כד אפר	לוויה|מוות|funeral urn|ashes|death|funeral|urn
🧿	7	קמע	אבן טובה|מזל|נגד עין הרע|nazar amulet|amulet|bead|blue|charm|evil-eye|nazar|talisman
🪬	7	חמסה	הגנה|כף יד|מזל|סמל|עין הרע|קמע|hamsa|amulet|fatima|fortune|guide|hand|mary|miriam|palm|protect|protection
🗿	7	פסל מאיי הפסחא	איי הפסחא|פנים|פסל|פרה היסטורי|פרצוף|moai|face|moyai|statue|stoneface|travel
🪧	7	כרזה	הודעה|הפגנה|מודעה|פלקט|שלט|placard|card|demonstration|notice|picket|plaque|protest|sign
🪪	7	תעודת זהות	אבטחה|דרכון|זיהוי|כרטיס|רישיון|רשמי|ת״ז|תעודה מזהה|תעודת זהות ביומטרית|identification card|card|credentials|document|id|identification|license|security
🏧	8	שלט כספומט	בנק|כסף|כספומט|למשוך כסף|מזומן|ATM sign|atm|automated|bank|cash|money|sign|teller
🚮	8	שלט פסולת לפח	זבל|פח|פסולת|litter in bin sign|bin|litter|litterbin|sign
🚰	8	שלט מי שתייה	ברז|מים|שתייה|potable water|drinking|potable|water
♿️	8	שלט לנכים בלבד	גישה|לנכים בלבד|נגיש|נכה|נכים|wheelchair symbol|access|handicap|symbol|wheelchair
🚹️	8	שלט שירותי גברים	WC|גברים|ציבוריים|שירותי גברים|שירותים|men’s room|bathroom|lavatory|man|men’s|restroom|room|toilet|wc
🚺️	8	שלט שירותי נשים	בית שימוש|נוחיות|נשים|ציבוריים|שירותי נשים|שירותים|women’s room|bathroom|lavatory|restroom|room|toilet|wc|woman|women’s
🚻	8	שלט שירותים	WC|נוחיות|ציבוריים|שירותים|restroom|bathroom|lavatory|toilet|wc
🚼️	8	סמל של תינוק	החתלה|להחליף חיתול|תינוק|baby symbol|baby|changing|symbol
🚾	8	שלט WC	WC|בית שימוש|נוחיות|ציבוריים|שירותים|water closet|bathroom|closet|lavatory|restroom|toilet|water|wc
🛂	8	שלט עמדת דרכונים	ביקורת גבולות|דלפק דרכונים|דרכון|דרכונים|passport control|control|passport
🛃	8	שלט עמדת מכס	בדיקה|ביקורת גבולות|בית המכס|דלפק מכס|מכס|customs|packing
🛄	8	שלט איסוף כבודה	איסוף|כבודה|מזוודות|מטוס|מטען|נסיעה|baggage claim|arrived|baggage|bags|case|checked|claim|journey|packing|plane|ready|travel|trip
🛅	8	שלט אחסון כבודה	אחסון|כבודה|מזוודות|תיקים|left luggage|baggage|case|left|locker|luggage
⚠️	8	שלט אזהרה	אזהרה|זהירות|סכנה|warning|caution
🚸	8	ילדים חוצים	הולכי רגל|זהירות בדרכים|חוצים|ילדים|כביש|מעבר חצייה|children crossing|child|children|crossing|pedestrian|traffic
⛔️	8	אין כניסה	אסור|לא|תמרור|no entry|do|entry|fail|forbidden|no|not|pass|prohibited|traffic
🚫	8	אסור	אין כניסה|איסור|לא|prohibited|entry|forbidden|no|not|smoke
🚳	8	אין כניסה לאופניים	אופניים|אין כניסה|איסור|אסור|no bicycles|bicycle|bicycles|bike|forbidden|no|not|prohibited
🚭️	8	אסור לעשן	איסור|אסור|לא לעשן|עישון|no smoking|forbidden|no|not|prohibited|smoke|smoking
🚯	8	אין להשליך פסולת	איסור|אסור|אסור להשליך פסולת|לא ללכלך|פסולת|no littering|forbidden|litter|littering|no|not|prohibited
🚱	8	אין לשתות את המים	אסור לשתות|ברז|זיהום|לא לשתות|מזוהם|מים|non-potable water|dry|non-drinking|non-potable|prohibited|water
🚷	8	אין כניסה להולכי רגל	אין כניסה|איסור|אסור|הולך רגל|הולכי רגל|no pedestrians|forbidden|no|not|pedestrian|pedestrians|prohibited
📵	8	אין להשתמש במכשירים ניידים	אין להשתמש במכשירים סלולריים|איסור|אסור|בלי טלפונים|טלפון|לסגור את הטלפון|נייד|סלולרי|no mobile phones|cell|forbidden|mobile|no|not|phone|phones|prohibited|telephone
🔞	8	מגיל שמונה-עשרה בלבד	18|איסור|אסור|הגבלת גיל|לא|שמונה עשרה|no one under eighteen|age|eighteen|forbidden|no|not|one|prohibited|restriction|underage
☢️	8	רדיואקטיבי	אזהרה|גרעיני|זיהום|מסוכן|סכנה|radioactive|sign
☣️	8	סכנה ביולוגית	אזהרה|ביולוגי|זיהום|מסוכן|סכנה|שלט|biohazard|sign
⬆️	8	חץ למעלה	חץ|כיוון|למעלה|צפון|up arrow|arrow|cardinal|direction|north|up
↗️	8	חץ למעלה וימינה	חץ|כיוון|צפון-מזרח|up-right arrow|arrow|direction|intercardinal|northeast|up-right
➡️	8	חץ ימינה	חץ|ימינה|כיוון|מזרח|right arrow|arrow|cardinal|direction|east|right
↘️	8	חץ למטה וימינה	דרום-מזרח|חץ|חץ מטה וימינה|ימינה|כיוון|למטה|down-right arrow|arrow|direction|down-right|intercardinal|southeast
⬇️	8	חץ למטה	דרום|חץ|כיוון|למטה|down arrow|arrow|cardinal|direction|down|south
↙️	8	חץ למטה ושמאלה	דרום-מערב|חץ|כיוון|למטה|שמאלה|down-left arrow|arrow|direction|down-left|intercardinal|southwest
⬅️	8	חץ שמאלה	חץ|כיוון|מערב|שמאלה|left arrow|arrow|cardinal|direction|left|west
↖️	8	חץ למעלה ושמאלה	חץ|כיוון|למעלה|צפון-מערב|שמאלה|up-left arrow|arrow|direction|intercardinal|northwest|up-left
↕️	8	חץ מעלה ומטה	חץ|למטה|למעלה|up-down arrow|arrow|up-down
↔️	8	חץ שמאלה וימינה	חץ|חץ ימינה ושמאלה|ימינה|לשני הכיוונים|שמאלה|left-right arrow|arrow|left-right
↩️	8	חץ ימינה מתעקל שמאלה	חץ|מתעקל|פרסה|שמאלה|right arrow curving left|arrow|curving|left|right
↪️	8	חץ שמאלה מתעקל ימינה	חץ|left arrow curving right|arrow|curving|left|right
⤴️	8	חץ ימינה מתעקל מעלה	חץ|למעלה|מתעקל|right arrow curving up|arrow|curving|right|up
⤵️	8	חץ ימינה מתעקל מטה	חץ|למטה|מתעקל|right arrow curving down|arrow|curving|down|right
🔃	8	חצים אנכיים מתעקלים בכיוון השעון	חצים|טעינה מחדש|מעגל|clockwise vertical arrows|arrow|arrows|clockwise|refresh|reload|vertical
🔄	8	לחצן חצים נגד כיוון השעון	אחורה|חץ|לחצן|נגד כיוון השעון|counterclockwise arrows button|again|anticlockwise|arrow|arrows|button|counterclockwise|deja|refresh|rewindershins|vu
🔙	8	חץ אחורה	אחורה|חזרה|חץ|לאחור|BACK arrow|arrow|back
🔚	8	חץ לסוף	END|חץ|סוף|END arrow|arrow|end
🔛	8	חץ פועל!	חץ|פועל|ON! arrow|arrow|mark|on!
🔜	8	חץ בקרוב	בקרוב|חץ|SOON arrow|arrow|brb|omw|soon
🔝	8	חץ מעלה	הטופ|הכי טוב|חץ|למעלה|TOP arrow|arrow|homie|top|up
🛐	8	בית תפילה	דת|תפילה|place of worship|place|pray|religion|worship
⚛️	8	סמל האטום	אטום|אתאיזם|אתאיסט|גרעיני|כור|סמל אטום|atom symbol|atheist|atom|symbol
🕉️	8	אום	דת|הינדו|הינדי|om|hindu|religion
✡️	8	מגן דוד	דוד|דת|יהדות|יהודי|star of David|david|jew|jewish|judaism|religion|star
☸️	8	גלגל הדהרמה	בודהיזם|בודהיסט|גלגל|דהרמה|דת|wheel of dharma|buddhist|dharma|religion|wheel
☯️	8	יין-יאנג	דאו|דאואיזם|דאואיסט|דת|טאו|יין ויאנג|yin yang|difficult|lives|religion|tao|taoist|total|yang|yin|yinyang
✝️	8	צלב	דת|נוצרי|נצרות|latin cross|christ|christian|cross|latin|religion
☦️	8	צלב אורתודוכסי	אורתודוכסי|דת|נוצרי|נצרות|צלב|orthodox cross|christian|cross|orthodox|religion
☪️	8	כוכב וסהר	איסלם|דת|כוכב|מוסלמי|סהר|star and crescent|crescent|islam|muslim|ramadan|religion|star
☮️	8	סמל השלום	peace|היפי|היפים|שלום|peace symbol|healing|peaceful|symbol
🕎	8	חנוכיה	דת|חנוכה|יהדות|מנורה|menorah|candelabrum|candlestick|hanukkah|jewish|judaism|religion
🔯	8	מגן דוד עם נקודה באמצע	דת|יהדות|יהודי|מגן דוד|dotted six-pointed star|dotted|fortune|jewish|judaism|six-pointed|star
🪯	8	סמל סיקי	אמונה|דת|סיקים|סמל|קהלסה|קהנדה|khanda|deg|fateh|khalsa|religion|sikh|sikhism|tegh
♈️	8	מזל טלה	גלגל המזלות|טלה|מזל|Aries|aries|horoscope|ram|zodiac
♉️	8	מזל שור	גלגל המזלות|מזל|שור|Taurus|bull|horoscope|ox|taurus|zodiac
♊️	8	מזל תאומים	גלגל המזלות|מזל|תאומים|Gemini|gemini|horoscope|twins|zodiac
♋️	8	מזל סרטן	גלגל המזלות|מזל|סרטן|Cancer|cancer|crab|horoscope|zodiac
♌️	8	מזל אריה	אריה|גלגל המזלות|מזל|Leo|horoscope|leo|lion|zodiac
♍️	8	מזל בתולה	בתולה|גלגל המזלות|מזל|Virgo|horoscope|virgo|zodiac
♎️	8	מזל מאזניים	גלגל המזלות|מאזניים|מזל|משפט|צדק|Libra|balance|horoscope|justice|libra|scales|zodiac
♏️	8	מזל עקרב	גלגל המזלות|מזל|עקרב|Scorpio|horoscope|scorpio|scorpion|scorpius|zodiac
♐️	8	מזל קשת	גלגל המזלות|מזל|קשת|Sagittarius|archer|horoscope|sagittarius|zodiac
♑️	8	מזל גדי	גדי|גלגל המזלות|מזל|Capricorn|capricorn|goat|horoscope|zodiac
♒️	8	מזל דלי	גלגל המזלות|דלי|מזל|מים|Aquarius|aquarius|bearer|horoscope|water|zodiac
♓️	8	מזל דגים	גלגל המזלות|דגים|מזל|Pisces|fish|horoscope|pisces|zodiac
⛎️	8	נושא הנחש	גלגל המזלות|מזל|Ophiuchus|bearer|ophiuchus|serpent|snake|zodiac
🔀	8	סמל השמעה אקראית	חצים|ערבוב|shuffle tracks button|arrow|button|crossed|shuffle|tracks
🔁	8	סמל השמעה חוזרת	בכיוון השעון|חזרה|חצים|repeat button|arrow|button|clockwise|repeat
🔂	8	סמל חזרה על שיר אחד	חזרה|חצים|פעם אחת|repeat single button|arrow|button|clockwise|once|repeat|single
▶️	8	לחצן השמעה	הפעלה|השמעה|חץ|play button|arrow|button|play|right|triangle
⏩️	8	לחצן הרצה קדימה	הרצה|חץ|מהר|קדימה|fast-forward button|arrow|button|double|fast|fast-forward|forward
⏭️	8	לחצן מעבר לשיר הבא	דילוג|השיר הבא|חץ|מעבר|next track button|arrow|button|next|scene|track|triangle
⏯️	8	לחצן הפעלה/השהייה	השהה|השהייה|חץ|play or pause button|arrow|button|pause|play|right|triangle
◀️	8	לחצן השמעה לאחור	השמעה|חץ|לאחור|משולש|reverse button|arrow|button|left|reverse|triangle
⏪️	8	לחצן הרצה לאחור	אחורה|הרצה|חץ|מהר|fast reverse button|arrow|button|double|fast|reverse|rewind
⏮️	8	לחצן מעבר לשיר הקודם	דילוג|השיר הקודם|חץ|מעבר|last track button|arrow|button|last|previous|scene|track|triangle
🔼	8	לחצן מעלה	חץ|למעלה|upwards button|arrow|button|red|up|upwards
⏫️	8	לחצן מעלה במהירות	חץ|כפול|fast up button|arrow|button|double|fast|up
🔽	8	לחצן מטה	חץ|למטה|downwards button|arrow|button|down|downwards|red
⏬️	8	לחצן מטה במהירות	חץ|כפול|fast down button|arrow|button|double|down|fast
⏸️	8	לחצן השהייה	הפסק|השהה|השהייה|עצור|pause button|bar|button|double|pause|vertical
⏹️	8	לחצן עצירה	הפסקה|לעצור|עצירה|ריבוע|stop button|button|square|stop
⏺️	8	לחצן הקלטה	הקלט|הקלטה|עיגול|record button|button|circle|record
⏏️	8	לחצן הוצאה	הוצאה|חץ|להוציא|eject button|button|eject
🎦	8	קולנוע	מסרטה|סרט|צילום|cinema|camera|film|movie
🔅	8	לחצן עמעום תאורה	בהירות|עמעום תאורה|dim button|brightness|button|dim|low
🔆	8	כפתור הגברת עוצמת תאורה	בהירות|עצמת תאורה|bright button|bright|brightness|button|light
📶	8	סמל עצמת קליטה	אות|אנטנה|טלפון|נייד|סלולרי|קליטה|antenna bars|antenna|bar|bars|cell|communication|mobile|phone|signal|telephone
🛜	8	אלחוטי	אינטרנט|וויפי|חיבור|מודם|מחשב|נתב|פס רחב|ראוטר|רשת|wireless|broadband|computer|connectivity|hotspot|internet|network|router|smartphone|wi-fi|wifi|wlan
📳	8	מצב רטט	מושתק|נייד|סלולרי|רטט|vibration mode|cell|communication|mobile|mode|phone|telephone|vibration
📴	8	נייד כבוי	כבוי|לכבות|לכבות טלפונים|נייד|סלולרי|mobile phone off|cell|mobile|off|phone|telephone
♀️	8	סמל אישה	אישה|נשים|female sign|female|sign|woman
♂️	8	סמל גבר	איש|גבר|גברים|male sign|male|man|sign
⚧️	8	סמל לטרנסג׳נדר	טרנסג׳נדר|transgender symbol|symbol|transgender
✖️	8	סימן כפל	איקס עבה|ביטול|כפול X|פסילה|multiply|cancel|multiplication|sign|x|×
➕️	8	סימן חיבור	חשבון|מתמטיקה|פלוס|plus|+
➖️	8	סימן חיסור	חשבון|מינוס|מתמטיקה|minus|-|heavy|math|sign|−
➗️	8	סימן חילוק	חילוק|חלקי|חשבון|מתמטיקה|סימן חילוק עבה|divide|division|heavy|math|sign|÷
🟰	8	סימן שווה עבה	אלגברה|חשבון|מתמטיקה|שווה|שני קווים מקבילים|heavy equals sign|answer|equal|equality|equals|heavy|math|sign
♾️	8	אינסוף	אוניברסלי|אין-סוף|בלתי מוגבל|infinity|forever|unbounded|universal
‼️	8	סימן קריאה כפול	הדגשה|כפול|סימן קריאה|פיסוק|double exclamation mark|!|!!|bangbang|double|exclamation|mark|punctuation
⁉️	8	סימן שאלה וסימן קריאה	הדגשה|סימן קריאה|סימן שאלה|פיסוק|שאלה|exclamation question mark|!|!?|?|exclamation|interrobang|mark|punctuation|question
❓️	8	סימן שאלה אדום	למה|מדוע|סימן שאלה|שאלה|red question mark|?|mark|punctuation|question|red
❔️	8	סימן שאלה לבן	סימן שאלה|שאלה|white question mark|?|mark|outlined|punctuation|question|white
❕️	8	סימן קריאה לבן	הדגשה|סימן קריאה|white exclamation mark|!|exclamation|mark|outlined|punctuation|white
❗️	8	סימן קריאה אדום	הדגשה|סימן קריאה|red exclamation mark|!|exclamation|mark|punctuation|red
〰️	8	קו גלי	גלי|סימני פיסוק|קו מפריד|wavy dash|dash|punctuation|wavy
💱	8	המרת מטבעות	בנק|המרה|כסף|מטבעות|currency exchange|bank|currency|exchange|money
💲	8	סימן דולר	דולר|כסף|לשלם|מטבע|heavy dollar sign|billion|cash|charge|currency|dollar|heavy|million|money|pay|sign
⚕️	8	סמל הרפואה	אל הרפואה במיתולוגיה היוונית והרומית|אסקלפיוס|רפואה|medical symbol|aesculapius|medical|medicine|staff|symbol
♻️	8	סמל מיחזור	אקולוגיה|מחזור|מיחזור|סביבה|recycling symbol|recycle|recycling|symbol
⚜️	8	שושן צחור	חבצלת|מלוכה|פלר דה ליס|fleur-de-lis|knights
🔱	8	סמל קילשון	סמל|ספינה|עוגן|קילשון|קלשון|שיבה|שיווה|trident emblem|anchor|emblem|poseidon|ship|tool|trident
📛	8	תג שם	שם|תג|name badge|badge|name
🔰	8	סמל יפני לרמת מתחילים	יפני|מתחיל|עלה|שברון|Japanese symbol for beginner|beginner|chevron|green|japanese|leaf|symbol|tool|yellow
⭕️	8	עיגול אדום חלול	0|אדום|גדול|חישוק|עיגול|hollow red circle|circle|heavy|hollow|large|o|red
✅️	8	סימן אישור	אישור|בחירה|וי|כפתור אישור|לחצן אישור|סימן ביקורת|check mark button|button|check|checked|checkmark|complete|completed|done|fixed|mark|tick|✓
☑️	8	סימן אישור בתוך משבצת	וי|לסמן|סימון|סימן ביקורת בתוך משבצת|סימן וי|קלפי|תיבה|תיבת קלפי עם סימן ביקורת|check box with check|ballot|box|check|checked|done|off|tick|✓
✔️	8	סימן אישור ירוק	אישור|לסמן|סימן V|סימן בחירה|סימן ביקורת|סימן וי|check mark|check|checked|checkmark|done|heavy|mark|tick|✓
❌️	8	איקס אדום	איקס|אסור|ביטול|כפל|לא|נפסל|סימון|פסול|cross mark|cancel|cross|mark|multiplication|multiply|x|×
❎️	8	סימן איקס	x|איקס|כפתור סימן איקס|לחצן עם איקס|לסמן|ריבוע|cross mark button|button|cross|mark|multiplication|multiply|square|×
➰️	8	לולאה	תלתל|curly loop|curl|curly|loop
➿️	8	לולאה כפולה	כפולה|לולאה|תלתל|double curly loop|curl|curly|double|loop
〽️	8	סמל יפני מתחום המוזיקה	מוזיקה|סימון|תחילת שיר|part alternation mark|alternation|mark|part
✳️	8	כוכבית עם שמונה פינות	אסטריסק|כוכבית|לחצן כוכבית|eight-spoked asterisk|*|asterisk|eight-spoked
✴️	8	כוכב עם שמונה פינות	כוכב|eight-pointed star|*|eight-pointed|star
❇️	8	נוצץ	כוכב|כוכבית|נצנוץ|sparkle|*
©️	8	זכויות יוצרים	copyright|c
®️	8	סימן רשום	registered|r
™️	8	סימן מסחרי	tm|זכויות|סימן|trade mark|mark|trade|trademark
#️⃣	8	keycap: #	keycap
*️⃣	8	keycap: *	keycap
0️⃣	8	מקש: 0	0|אפס|מקש|keycap: 0|keycap|zero
1️⃣	8	מקש: 1	1|אחת|מקש|keycap: 1|keycap|one
2️⃣	8	מקש: 2	2|מקש|שתיים|keycap: 2|keycap|two
3️⃣	8	מקש: 3	3|מקש|שלוש|keycap: 3|keycap|three
4️⃣	8	מקש: 4	4|ארבע|מקש|keycap: 4|four|keycap
5️⃣	8	מקש: 5	5|חמש|מקש|keycap: 5|five|keycap
6️⃣	8	מקש: 6	6|מקש|שש|keycap: 6|keycap|six
7️⃣	8	מקש: 7	7|מקש|שבע|keycap: 7|keycap|seven
8️⃣	8	מקש: 8	8|מקש|שמונה|keycap: 8|eight|keycap
9️⃣	8	מקש: 9	9|מקש|תשע|keycap: 9|keycap|nine
🔟	8	keycap: 10	keycap
🔠	8	לחצן אותיות גדולות	אותיות|גדולות|לטינית|מקשים|קלט|רישיות|input latin uppercase|abcd|input|latin|letters|uppercase
🔡	8	לחצן אותיות קטנות	אותיות|הזנה|לטינית|קטנות|קלט|input latin lowercase|abcd|input|latin|letters|lowercase
🔢	8	לחצן מספרים	הזנה|לוח ספרות|מספרים|מקשים|ספרות|קלט|input numbers|1234|input|numbers
🔣	8	לחצן סמלים	הזנה|סימנים|סמלים|קלט|input symbols|%|&|input|symbols|♪|〒
🔤	8	לחצן אותיות לטיניות	abc|הזנה|לחצן|לטינית|מקש|קלט|input latin letters|alphabet|input|latin|letters
🅰️	8	לחצן A (סוג דם)	a|סוג דם|A button (blood type)|blood|button|type
🆎	8	לחצן AB (סוג דם)	ab|סוג דם|AB button (blood type)|blood|button|type
🅱️	8	לחצן B (סוג דם)	b|סוג דם|B button (blood type)|blood|button|type
🆑	8	לחצן CL	cl|לחצן cl|מחיקה|מחק|CL button|button
🆒	8	לחצן cool	cool|לחצן COOL|מגניב|COOL button|button
🆓	8	לחצן free	FREE|חופשי|חינם|FREE button|button|free
ℹ️	8	סמל מידע	מודיעין|מידע|information|i
🆔	8	לחצן ID	זהות|זיהוי|מזהה|תעודת זהות|ID button|button|id|identity
Ⓜ️	8	m בעיגול	האות אם|עיגול|circled M|circle|circled|m
🆕	8	לחצן NEW	הוספה|חדש|לחצן|NEW button|button|new
🆖	8	לחצן NG	ng|NG button|button
🅾️	8	לחצן O (סוג דם)	o|סוג דם|O button (blood type)|blood|button|type
🆗	8	לחצן OK	ok|אוקיי|אישור|בסדר|טוב|OK button|button|okay
🅿️	8	לחצן P	P|חניה|חניון|חנייה|P button|button|p|parking
🆘	8	לחצן SOS	sos|אס או אס|הצילו|לחצן|מצוקה|עזרה|SOS button|button|help
🆙	8	לחצן up!	UP|למעלה|מעלה|UP! button|button|mark|up|up!
🆚	8	לחצן VS	לעומת|מול|נגד|VS button|button|versus|vs
🈁	8	לחצן ״כאן״ ביפנית	״כאן״|יפנית|קטאקאנה|ココ|Japanese “here” button|button|here|japanese|katakana
🈂️	8	לחצן ״דמי שירות״ ביפנית	״דמי שירות״|יפנית|קטאקאנה|サ|Japanese “service charge” button|button|charge|japanese|katakana|service
🈷️	8	לחצן ״כמות חודשית״ ביפנית	״כמות חודשית״|יפנית|לוגו|月|Japanese “monthly amount” button|amount|button|ideograph|japanese|monthly
🈶	8	לחצן ״לא בחינם״ ביפנית	״לא בחינם״|יפנית|לוגו|有|Japanese “not free of charge” button|button|charge|free|ideograph|japanese|not
🈯️	8	לחצן ״מקום שמור״ ביפנית	״מקום שמור״|יפנית|לוגו|指|Japanese “reserved” button|button|ideograph|japanese|reserved
🉐	8	לחצן ״דיל״ ביפנית	״דיל״|יפנית|לוגו|得|Japanese “bargain” button|bargain|button|ideograph|japanese
🈹	8	לחצן ״הנחה״ ביפנית	״הנחה״|יפנית|לוגו|מבצע|割|Japanese “discount” button|button|discount|ideograph|japanese
🈚️	8	לחצן ״חינם״ ביפנית	יפנית|לוגו|לחצן ״חינם״ ביפנית“|無|Japanese “free of charge” button|button|charge|free|ideograph|japanese
🈲	8	לחצן ״אסור״ ביפנית	אסור|יפנית|לוגו|禁|Japanese “prohibited” button|button|ideograph|japanese|prohibited
🉑	8	לחצן ״מותר״ ביפנית	יפנית|לוגו|מותר|可|Japanese “acceptable” button|acceptable|button|ideograph|japanese
🈸	8	לחצן ״הגשת בקשה״ ביפנית	יפנית|לוגו|לחצן ״הגשת בקשה״ ביפנית“|申|Japanese “application” button|application|button|ideograph|japanese
🈴	8	לחצן ״ציון עובר״ ביפנית	יפנית|לוגו|לחצן ״ציון עובר״ ביפנית“|合|Japanese “passing grade” button|button|grade|ideograph|japanese|passing
🈳	8	לחצן ״יש מקום״ ביפנית	יפנית|לוגו|לחצן ״יש מקום פנוי״ ביפנית“|空|Japanese “vacancy” button|button|ideograph|japanese|vacancy
㊗️	8	לחצן ״בשעה טובה״ ביפנית	יפנית|לוגו|祝|Japanese “congratulations” button|button|congratulations|ideograph|japanese
㊙️	8	לחצן ״סוד״ ביפנית	״סוד״|יפנית|לוגו|秘|Japanese “secret” button|button|ideograph|japanese|secret
🈺	8	לחצן ״פתוח״ ביפנית	יפנית|לוגו|営|Japanese “open for business” button|business|button|ideograph|japanese|open
🈵	8	לחצן ״אין מקום״ ביפנית	יפנית|לוגו|満|Japanese “no vacancy” button|button|ideograph|japanese|no|vacancy
🔴	8	עיגול אדום	אדום|יפן|עיגול|צורה|red circle|circle|geometric|red
🟠	8	עיגול כתום	כתום|מעגל|עיגול|orange circle|circle|orange
🟡	8	עיגול צהוב	מעגל|עיגול|צהוב|yellow circle|circle|yellow
🟢	8	עיגול ירוק	ירוק|מעגל|עיגול|green circle|circle|green
🔵	8	עיגול כחול	כחול|עיגול|צורה|blue circle|blue|circle|geometric
🟣	8	עיגול סגול	מעגל|סגול|עיגול|purple circle|circle|purple
🟤	8	עיגול חום	חום|מעגל|עיגול|brown circle|brown|circle
⚫️	8	עיגול שחור	חור שחור|עיגול|צורה|שחור|black circle|black|circle|geometric
⚪️	8	עיגול לבן	לבן|עיגול|צורה|white circle|circle|geometric|white
🟥	8	ריבוע אדום	אדום|מרובע|ריבוע|red square|card|penalty|red|square
🟧	8	ריבוע כתום	כתום|מרובע|ריבוע|orange square|orange|square
🟨	8	ריבוע צהוב	מרובע|צהוב|ריבוע|yellow square|card|penalty|square|yellow
🟩	8	ריבוע ירוק	ירוק|מרובע|ריבוע|green square|green|square
🟦	8	ריבוע כחול	כחול|מרובע|ריבוע|blue square|blue|square
🟪	8	ריבוע סגול	מרובע|סגול|ריבוע|purple square|purple|square
🟫	8	ריבוע חום	חום|מרובע|ריבוע|brown square|brown|square
⬛️	8	ריבוע גדול שחור	צורה|ריבוע|שחור|black large square|black|geometric|large|square
⬜️	8	ריבוע גדול לבן	לבן|צורה|ריבוע|white large square|geometric|large|square|white
◼️	8	ריבוע שחור בינוני	צורה|ריבוע|שחור|black medium square|black|geometric|medium|square
◻️	8	ריבוע לבן בינוני	לבן|צורה|ריבוע|white medium square|geometric|medium|square|white
◾️	8	ריבוע בינוני-קטן שחור	צורה|ריבוע|שחור|black medium-small square|black|geometric|medium-small|square
◽️	8	ריבוע בינוני-קטן לבן	לבן|צורה|ריבוע|ריבוע אפור|white medium-small square|geometric|medium-small|square|white
▪️	8	ריבוע שחור קטן	צורה|ריבוע|שחור|black small square|black|geometric|small|square
▫️	8	ריבוע לבן קטן	לבן|צורה|ריבוע|white small square|geometric|small|square|white
🔶	8	מעוין כתום גדול	כתום|מעויין|מעוין|צורה|large orange diamond|diamond|geometric|large|orange
🔷	8	מעוין כחול גדול	כחול|מעוין|צורה|large blue diamond|blue|diamond|geometric|large
🔸	8	מעוין כתום קטן	כתום|מעויין|מעוין|צורה|small orange diamond|diamond|geometric|orange|small
🔹	8	מעוין כחול קטן	כחול|מעויין|מעוין|צורה|small blue diamond|blue|diamond|geometric|small
🔺	8	משולש אדום כלפי מעלה	אדום|למעלה|משולש|צורה|red triangle pointed up|geometric|pointed|red|triangle|up
🔻	8	משולש אדום כלפי מטה	אדום|למטה|משולש|צורה|red triangle pointed down|down|geometric|pointed|red|triangle
💠	8	מעוין כחול עם נקודה	גאומטריה|יהלום|כחול|מעויין|מעוין|צורה|diamond with a dot|comic|diamond|dot|geometric
🔘	8	לחצן רדיו	לחצן|עיגול|צורה|רדיו|radio button|button|geometric|radio
🔳	8	לחצן ריבוע לבן	לחצן|מסגרת|צורה|ריבוע|ריבוע לבן|white square button|button|geometric|outlined|square|white
🔲	8	לחצן ריבוע שחור	לחצן|מסגרת|צורה|ריבוע|ריבוע שחור|black square button|black|button|geometric|square
🏁	9	דגל מירוצים	דגל|התחלה|מירוץ|מירוצים|סיום|chequered flag|checkered|chequered|finish|flag|flags|game|race|racing|sport|win
🚩	9	דגל משולש אדום	אדום|דגל|משולש|triangular flag|construction|flag|golf|post|triangular
🎌	9	דגלים מוצלבים	דגלים|יפן|מוצלבים|crossed flags|celebration|cross|crossed|flags|japanese
🏴	9	דגל שחור	דגל|מתנפנף|שחור|black flag|black|flag|waving
🏳️	9	דגל לבן	דגל|כניעה|לבן|מתנפנף|נכנע|white flag|flag|waving|white
🏳️‍🌈	9	דגל בצבעי הקשת	ביסקסואלים|גאווה|גייז|דגל|דגל הגאווה|טרנסג׳נדר|טרנסקסואלים|להט״ב|לסביות|rainbow flag|bisexual|flag|gay|genderqueer|glbt|glbtq|lesbian|lgbt|lgbtq|lgbtqia|pride|queer|rainbow|trans|transgender
🏳️‍⚧️	9	דגל טרנסג׳נדר	דגל|טרנסג׳נדר|transgender flag|blue|flag|light|pink|transgender|white
🏴‍☠️	9	דגל פירטים	מטמון|פיראטים|שודדי ים|תיבת אוצר|pirate flag|flag|jolly|pirate|plunder|roger|treasure
🇦🇨	9	דגל האי אסנשן	flag: Ascension Island|AC|flag
🇦🇩	9	דגל אנדורה	flag: Andorra|AD|flag
🇦🇪	9	דגל איחוד האמירויות הערביות	flag: United Arab Emirates|AE|flag
🇦🇫	9	דגל אפגניסטן	flag: Afghanistan|AF|flag
🇦🇬	9	דגל אנטיגואה וברבודה	flag: Antigua & Barbuda|AG|flag
🇦🇮	9	דגל אנגווילה	flag: Anguilla|AI|flag
🇦🇱	9	דגל אלבניה	flag: Albania|AL|flag
🇦🇲	9	דגל ארמניה	flag: Armenia|AM|flag
🇦🇴	9	דגל אנגולה	flag: Angola|AO|flag
🇦🇶	9	דגל אנטארקטיקה	flag: Antarctica|AQ|flag
🇦🇷	9	דגל ארגנטינה	flag: Argentina|AR|flag
🇦🇸	9	דגל סמואה האמריקנית	flag: American Samoa|AS|flag
🇦🇹	9	דגל אוסטריה	flag: Austria|AT|flag
🇦🇺	9	דגל אוסטרליה	flag: Australia|AU|flag
🇦🇼	9	דגל ארובה	flag: Aruba|AW|flag
🇦🇽	9	דגל איי אולנד	flag: Åland Islands|AX|flag
🇦🇿	9	דגל אזרבייג׳ן	flag: Azerbaijan|AZ|flag
🇧🇦	9	דגל בוסניה והרצגובינה	flag: Bosnia & Herzegovina|BA|flag
🇧🇧	9	דגל ברבדוס	flag: Barbados|BB|flag
🇧🇩	9	דגל בנגלדש	flag: Bangladesh|BD|flag
🇧🇪	9	דגל בלגיה	flag: Belgium|BE|flag
🇧🇫	9	דגל בורקינה פאסו	flag: Burkina Faso|BF|flag
🇧🇬	9	דגל בולגריה	flag: Bulgaria|BG|flag
🇧🇭	9	דגל בחריין	flag: Bahrain|BH|flag
🇧🇮	9	דגל בורונדי	flag: Burundi|BI|flag
🇧🇯	9	דגל בנין	flag: Benin|BJ|flag
🇧🇱	9	דגל סנט ברתולומיאו	flag: St. Barthélemy|BL|flag
🇧🇲	9	דגל ברמודה	flag: Bermuda|BM|flag
🇧🇳	9	דגל ברוניי	flag: Brunei|BN|flag
🇧🇴	9	דגל בוליביה	flag: Bolivia|BO|flag
🇧🇶	9	דגל האיים הקריביים ההולנדיים	flag: Caribbean Netherlands|BQ|flag
🇧🇷	9	דגל ברזיל	flag: Brazil|BR|flag
🇧🇸	9	דגל איי בהאמה	flag: Bahamas|BS|flag
🇧🇹	9	דגל בהוטן	flag: Bhutan|BT|flag
🇧🇻	9	דגל האי בובה	flag: Bouvet Island|BV|flag
🇧🇼	9	דגל בוטסואנה	flag: Botswana|BW|flag
🇧🇾	9	דגל בלארוס	flag: Belarus|BY|flag
🇧🇿	9	דגל בליז	flag: Belize|BZ|flag
🇨🇦	9	דגל קנדה	flag: Canada|CA|flag
🇨🇨	9	דגל איי קוקוס (קילינג)	flag: Cocos (Keeling) Islands|CC|flag
🇨🇩	9	דגל קונגו - קינשאסה	flag: Congo - Kinshasa|CD|flag
🇨🇫	9	דגל הרפובליקה המרכז-אפריקאית	flag: Central African Republic|CF|flag
🇨🇬	9	דגל קונגו - ברזאויל	flag: Congo - Brazzaville|CG|flag
🇨🇭	9	דגל שווייץ	flag: Switzerland|CH|flag
🇨🇮	9	דגל חוף השנהב	flag: Côte d’Ivoire|CI|flag
🇨🇰	9	דגל איי קוק	flag: Cook Islands|CK|flag
🇨🇱	9	דגל צ׳ילה	flag: Chile|CL|flag
🇨🇲	9	דגל קמרון	flag: Cameroon|CM|flag
🇨🇳	9	דגל סין	flag: China|CN|flag
🇨🇴	9	דגל קולומביה	flag: Colombia|CO|flag
🇨🇵	9	דגל האי קליפרטון	flag: Clipperton Island|CP|flag
🇨🇷	9	דגל קוסטה ריקה	flag: Costa Rica|CR|flag
🇨🇺	9	דגל קובה	flag: Cuba|CU|flag
🇨🇻	9	דגל כף ורדה	flag: Cape Verde|CV|flag
🇨🇼	9	דגל קוראסאו	flag: Curaçao|CW|flag
🇨🇽	9	דגל אי חג המולד	flag: Christmas Island|CX|flag
🇨🇾	9	דגל קפריסין	flag: Cyprus|CY|flag
🇨🇿	9	דגל צ׳כיה	flag: Czechia|CZ|flag
🇩🇪	9	דגל גרמניה	flag: Germany|DE|flag
🇩🇬	9	דגל דייגו גרסיה	flag: Diego Garcia|DG|flag
🇩🇯	9	דגל ג׳יבוטי	flag: Djibouti|DJ|flag
🇩🇰	9	דגל דנמרק	flag: Denmark|DK|flag
🇩🇲	9	דגל דומיניקה	flag: Dominica|DM|flag
🇩🇴	9	דגל הרפובליקה הדומיניקנית	flag: Dominican Republic|DO|flag
🇩🇿	9	דגל אלג׳יריה	flag: Algeria|DZ|flag
🇪🇦	9	דגל סאוטה ומלייה	flag: Ceuta & Melilla|EA|flag
🇪🇨	9	דגל אקוודור	flag: Ecuador|EC|flag
🇪🇪	9	דגל אסטוניה	flag: Estonia|EE|flag
🇪🇬	9	דגל מצרים	flag: Egypt|EG|flag
🇪🇭	9	דגל סהרה המערבית	flag: Western Sahara|EH|flag
🇪🇷	9	דגל אריתריאה	flag: Eritrea|ER|flag
🇪🇸	9	דגל ספרד	flag: Spain|ES|flag
🇪🇹	9	דגל אתיופיה	flag: Ethiopia|ET|flag
🇪🇺	9	דגל האיחוד האירופי	flag: European Union|EU|flag
🇫🇮	9	דגל פינלנד	flag: Finland|FI|flag
🇫🇯	9	דגל פיג׳י	flag: Fiji|FJ|flag
🇫🇰	9	דגל איי פוקלנד	flag: Falkland Islands|FK|flag
🇫🇲	9	דגל מיקרונזיה	flag: Micronesia|FM|flag
🇫🇴	9	דגל איי פארו	flag: Faroe Islands|FO|flag
🇫🇷	9	דגל צרפת	flag: France|FR|flag
🇬🇦	9	דגל גבון	flag: Gabon|GA|flag
🇬🇧	9	דגל בריטניה	flag: United Kingdom|GB|flag
🇬🇩	9	דגל גרנדה	flag: Grenada|GD|flag
🇬🇪	9	דגל גאורגיה	flag: Georgia|GE|flag
🇬🇫	9	דגל גיאנה הצרפתית	flag: French Guiana|GF|flag
🇬🇬	9	דגל גרנזי	flag: Guernsey|GG|flag
🇬🇭	9	דגל גאנה	flag: Ghana|GH|flag
🇬🇮	9	דגל גיברלטר	flag: Gibraltar|GI|flag
🇬🇱	9	דגל גרינלנד	flag: Greenland|GL|flag
🇬🇲	9	דגל גמביה	flag: Gambia|GM|flag
🇬🇳	9	דגל גינאה	flag: Guinea|GN|flag
🇬🇵	9	דגל גוואדלופ	flag: Guadeloupe|GP|flag
🇬🇶	9	דגל גינאה המשוונית	flag: Equatorial Guinea|GQ|flag
🇬🇷	9	דגל יוון	flag: Greece|GR|flag
🇬🇸	9	דגל ג׳ורג׳יה הדרומית ואיי סנדוויץ׳ הדרומיים	flag: South Georgia & South Sandwich Islands|GS|flag
🇬🇹	9	דגל גואטמלה	flag: Guatemala|GT|flag
🇬🇺	9	דגל גואם	flag: Guam|GU|flag
🇬🇼	9	דגל גינאה-ביסאו	flag: Guinea-Bissau|GW|flag
🇬🇾	9	דגל גיאנה	flag: Guyana|GY|flag
🇭🇰	9	דגל הונג קונג (אזור מנהלי מיוחד של סין)	flag: Hong Kong SAR China|HK|flag
🇭🇲	9	דגל איי הרד ומקדונלד	flag: Heard & McDonald Islands|HM|flag
🇭🇳	9	דגל הונדורס	flag: Honduras|HN|flag
🇭🇷	9	דגל קרואטיה	flag: Croatia|HR|flag
🇭🇹	9	דגל האיטי	flag: Haiti|HT|flag
🇭🇺	9	דגל הונגריה	flag: Hungary|HU|flag
🇮🇨	9	דגל האיים הקנריים	flag: Canary Islands|IC|flag
🇮🇩	9	דגל אינדונזיה	flag: Indonesia|ID|flag
🇮🇪	9	דגל אירלנד	flag: Ireland|IE|flag
🇮🇱	9	דגל ישראל	flag: Israel|IL|flag
🇮🇲	9	דגל האי מאן	flag: Isle of Man|IM|flag
🇮🇳	9	דגל הודו	flag: India|IN|flag
🇮🇴	9	דגל הטריטוריה הבריטית באוקיינוס ההודי	flag: British Indian Ocean Territory|IO|flag
🇮🇶	9	דגל עיראק	flag: Iraq|IQ|flag
🇮🇷	9	דגל איראן	flag: Iran|IR|flag
🇮🇸	9	דגל איסלנד	flag: Iceland|IS|flag
🇮🇹	9	דגל איטליה	flag: Italy|IT|flag
🇯🇪	9	דגל ג׳רזי	flag: Jersey|JE|flag
🇯🇲	9	דגל ג׳מייקה	flag: Jamaica|JM|flag
🇯🇴	9	דגל ירדן	flag: Jordan|JO|flag
🇯🇵	9	דגל יפן	flag: Japan|JP|flag
🇰🇪	9	דגל קניה	flag: Kenya|KE|flag
🇰🇬	9	דגל קירגיזסטן	flag: Kyrgyzstan|KG|flag
🇰🇭	9	דגל קמבודיה	flag: Cambodia|KH|flag
🇰🇮	9	דגל קיריבאטי	flag: Kiribati|KI|flag
🇰🇲	9	דגל קומורו	flag: Comoros|KM|flag
🇰🇳	9	דגל סנט קיטס ונוויס	flag: St. Kitts & Nevis|KN|flag
🇰🇵	9	דגל קוריאה הצפונית	flag: North Korea|KP|flag
🇰🇷	9	דגל קוריאה הדרומית	flag: South Korea|KR|flag
🇰🇼	9	דגל כווית	flag: Kuwait|KW|flag
🇰🇾	9	דגל איי קיימן	flag: Cayman Islands|KY|flag
🇰🇿	9	דגל קזחסטן	flag: Kazakhstan|KZ|flag
🇱🇦	9	דגל לאוס	flag: Laos|LA|flag
🇱🇧	9	דגל לבנון	flag: Lebanon|LB|flag
🇱🇨	9	דגל סנט לוסיה	flag: St. Lucia|LC|flag
🇱🇮	9	דגל ליכטנשטיין	flag: Liechtenstein|LI|flag
🇱🇰	9	דגל סרי לנקה	flag: Sri Lanka|LK|flag
🇱🇷	9	דגל ליבריה	flag: Liberia|LR|flag
🇱🇸	9	דגל לסוטו	flag: Lesotho|LS|flag
🇱🇹	9	דגל ליטא	flag: Lithuania|LT|flag
🇱🇺	9	דגל לוקסמבורג	flag: Luxembourg|LU|flag
🇱🇻	9	דגל לטביה	flag: Latvia|LV|flag
🇱🇾	9	דגל לוב	flag: Libya|LY|flag
🇲🇦	9	דגל מרוקו	flag: Morocco|MA|flag
🇲🇨	9	דגל מונקו	flag: Monaco|MC|flag
🇲🇩	9	דגל מולדובה	flag: Moldova|MD|flag
🇲🇪	9	דגל מונטנגרו	flag: Montenegro|ME|flag
🇲🇫	9	דגל סן מרטן	flag: St. Martin|MF|flag
🇲🇬	9	דגל מדגסקר	flag: Madagascar|MG|flag
🇲🇭	9	דגל איי מרשל	flag: Marshall Islands|MH|flag
🇲🇰	9	דגל מקדוניה הצפונית	flag: North Macedonia|MK|flag
🇲🇱	9	דגל מאלי	flag: Mali|ML|flag
🇲🇲	9	דגל מיאנמר (בורמה)	flag: Myanmar (Burma)|MM|flag
🇲🇳	9	דגל מונגוליה	flag: Mongolia|MN|flag
🇲🇴	9	דגל מקאו (אזור מנהלי מיוחד של סין)	flag: Macao SAR China|MO|flag
🇲🇵	9	דגל איי מריאנה הצפוניים	flag: Northern Mariana Islands|MP|flag
🇲🇶	9	דגל מרטיניק	flag: Martinique|MQ|flag
🇲🇷	9	דגל מאוריטניה	flag: Mauritania|MR|flag
🇲🇸	9	דגל מונסראט	flag: Montserrat|MS|flag
🇲🇹	9	דגל מלטה	flag: Malta|MT|flag
🇲🇺	9	דגל מאוריציוס	flag: Mauritius|MU|flag
🇲🇻	9	דגל האיים המלדיביים	flag: Maldives|MV|flag
🇲🇼	9	דגל מלאווי	flag: Malawi|MW|flag
🇲🇽	9	דגל מקסיקו	flag: Mexico|MX|flag
🇲🇾	9	דגל מלזיה	flag: Malaysia|MY|flag
🇲🇿	9	דגל מוזמביק	flag: Mozambique|MZ|flag
🇳🇦	9	דגל נמיביה	flag: Namibia|NA|flag
🇳🇨	9	דגל קלדוניה החדשה	flag: New Caledonia|NC|flag
🇳🇪	9	דגל ניז׳ר	flag: Niger|NE|flag
🇳🇫	9	דגל האי נורפוק	flag: Norfolk Island|NF|flag
🇳🇬	9	דגל ניגריה	flag: Nigeria|NG|flag
🇳🇮	9	דגל ניקרגואה	flag: Nicaragua|NI|flag
🇳🇱	9	דגל הולנד	flag: Netherlands|NL|flag
🇳🇴	9	דגל נורווגיה	flag: Norway|NO|flag
🇳🇵	9	דגל נפאל	flag: Nepal|NP|flag
🇳🇷	9	דגל נאורו	flag: Nauru|NR|flag
🇳🇺	9	דגל ניווה	flag: Niue|NU|flag
🇳🇿	9	דגל ניו זילנד	flag: New Zealand|NZ|flag
🇴🇲	9	דגל עומאן	flag: Oman|OM|flag
🇵🇦	9	דגל פנמה	flag: Panama|PA|flag
🇵🇪	9	דגל פרו	flag: Peru|PE|flag
🇵🇫	9	דגל פולינזיה הצרפתית	flag: French Polynesia|PF|flag
🇵🇬	9	דגל פפואה גינאה החדשה	flag: Papua New Guinea|PG|flag
🇵🇭	9	דגל הפיליפינים	flag: Philippines|PH|flag
🇵🇰	9	דגל פקיסטן	flag: Pakistan|PK|flag
🇵🇱	9	דגל פולין	flag: Poland|PL|flag
🇵🇲	9	דגל סנט פייר ומיקלון	flag: St. Pierre & Miquelon|PM|flag
🇵🇳	9	דגל איי פיטקרן	flag: Pitcairn Islands|PN|flag
🇵🇷	9	דגל פוארטו ריקו	flag: Puerto Rico|PR|flag
🇵🇸	9	דגל השטחים הפלסטיניים	flag: Palestinian Territories|PS|flag
🇵🇹	9	דגל פורטוגל	flag: Portugal|PT|flag
🇵🇼	9	דגל פלאו	flag: Palau|PW|flag
🇵🇾	9	דגל פרגוואי	flag: Paraguay|PY|flag
🇶🇦	9	דגל קטאר	flag: Qatar|QA|flag
🇷🇪	9	דגל ראוניון	flag: Réunion|RE|flag
🇷🇴	9	דגל רומניה	flag: Romania|RO|flag
🇷🇸	9	דגל סרביה	flag: Serbia|RS|flag
🇷🇺	9	דגל רוסיה	flag: Russia|RU|flag
🇷🇼	9	דגל רואנדה	flag: Rwanda|RW|flag
🇸🇦	9	דגל ערב הסעודית	flag: Saudi Arabia|SA|flag
🇸🇧	9	דגל איי שלמה	flag: Solomon Islands|SB|flag
🇸🇨	9	דגל איי סיישל	flag: Seychelles|SC|flag
🇸🇩	9	דגל סודן	flag: Sudan|SD|flag
🇸🇪	9	דגל שוודיה	flag: Sweden|SE|flag
🇸🇬	9	דגל סינגפור	flag: Singapore|SG|flag
🇸🇭	9	דגל סנט הלנה	flag: St. Helena|SH|flag
🇸🇮	9	דגל סלובניה	flag: Slovenia|SI|flag
🇸🇯	9	דגל סבאלברד ויאן מאיין	flag: Svalbard & Jan Mayen|SJ|flag
🇸🇰	9	דגל סלובקיה	flag: Slovakia|SK|flag
🇸🇱	9	דגל סיירה לאון	flag: Sierra Leone|SL|flag
🇸🇲	9	דגל סן מרינו	flag: San Marino|SM|flag
🇸🇳	9	דגל סנגל	flag: Senegal|SN|flag
🇸🇴	9	דגל סומליה	flag: Somalia|SO|flag
🇸🇷	9	דגל סורינאם	flag: Suriname|SR|flag
🇸🇸	9	דגל דרום סודן	flag: South Sudan|SS|flag
🇸🇹	9	דגל סאו טומה ופרינסיפה	flag: São Tomé & Príncipe|ST|flag
🇸🇻	9	דגל אל סלבדור	flag: El Salvador|SV|flag
🇸🇽	9	דגל סנט מארטן	flag: Sint Maarten|SX|flag
🇸🇾	9	דגל סוריה	flag: Syria|SY|flag
🇸🇿	9	דגל אסוואטיני	flag: Eswatini|SZ|flag
🇹🇦	9	דגל טריסטן דה קונה	flag: Tristan da Cunha|TA|flag
🇹🇨	9	דגל איי טרקס וקייקוס	flag: Turks & Caicos Islands|TC|flag
🇹🇩	9	דגל צ׳אד	flag: Chad|TD|flag
🇹🇫	9	דגל הטריטוריות הדרומיות של צרפת	flag: French Southern Territories|TF|flag
🇹🇬	9	דגל טוגו	flag: Togo|TG|flag
🇹🇭	9	דגל תאילנד	flag: Thailand|TH|flag
🇹🇯	9	דגל טג׳יקיסטן	flag: Tajikistan|TJ|flag
🇹🇰	9	דגל טוקלאו	flag: Tokelau|TK|flag
🇹🇱	9	דגל טימור-לסטה	flag: Timor-Leste|TL|flag
🇹🇲	9	דגל טורקמניסטן	flag: Turkmenistan|TM|flag
🇹🇳	9	דגל תוניסיה	flag: Tunisia|TN|flag
🇹🇴	9	דגל טונגה	flag: Tonga|TO|flag
🇹🇷	9	דגל טורקיה	flag: Türkiye|TR|flag
🇹🇹	9	דגל טרינידד וטובגו	flag: Trinidad & Tobago|TT|flag
🇹🇻	9	דגל טובאלו	flag: Tuvalu|TV|flag
🇹🇼	9	דגל טייוואן	flag: Taiwan|TW|flag
🇹🇿	9	דגל טנזניה	flag: Tanzania|TZ|flag
🇺🇦	9	דגל אוקראינה	flag: Ukraine|UA|flag
🇺🇬	9	דגל אוגנדה	flag: Uganda|UG|flag
🇺🇲	9	דגל האיים המרוחקים הקטנים של ארה״ב	flag: U.S. Outlying Islands|UM|flag
🇺🇳	9	דגל האומות המאוחדות	flag: United Nations|UN|flag
🇺🇸	9	דגל ארצות הברית	flag: United States|US|flag
🇺🇾	9	דגל אורוגוואי	flag: Uruguay|UY|flag
🇺🇿	9	דגל אוזבקיסטן	flag: Uzbekistan|UZ|flag
🇻🇦	9	דגל הוותיקן	flag: Vatican City|VA|flag
🇻🇨	9	דגל סנט וינסנט והגרנדינים	flag: St. Vincent & Grenadines|VC|flag
🇻🇪	9	דגל ונצואלה	flag: Venezuela|VE|flag
🇻🇬	9	דגל איי הבתולה הבריטיים	flag: British Virgin Islands|VG|flag
🇻🇮	9	דגל איי הבתולה של ארצות הברית	flag: U.S. Virgin Islands|VI|flag
🇻🇳	9	דגל וייטנאם	flag: Vietnam|VN|flag
🇻🇺	9	דגל ונואטו	flag: Vanuatu|VU|flag
🇼🇫	9	דגל איי ווליס ופוטונה	flag: Wallis & Futuna|WF|flag
🇼🇸	9	דגל סמואה	flag: Samoa|WS|flag
🇽🇰	9	דגל קוסובו	flag: Kosovo|XK|flag
🇾🇪	9	דגל תימן	flag: Yemen|YE|flag
🇾🇹	9	דגל מאיוט	flag: Mayotte|YT|flag
🇿🇦	9	דגל דרום אפריקה	flag: South Africa|ZA|flag
🇿🇲	9	דגל זמביה	flag: Zambia|ZM|flag
🇿🇼	9	דגל זימבבואה	flag: Zimbabwe|ZW|flag
🏴󠁧󠁢󠁥󠁮󠁧󠁿	9	flag: England	flag|gbeng
🏴󠁧󠁢󠁳󠁣󠁴󠁿	9	flag: Scotland	flag|gbsct
🏴󠁧󠁢󠁷󠁬󠁳󠁿	9	flag: Wales	flag|gbwls`;
