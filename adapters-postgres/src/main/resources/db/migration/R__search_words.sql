-- Rendered from the declared text rules and Lucene's table of ASCII folding; not edited by hand.

-- Snowball, as Lucene has it: without stop words.
do $$
begin
    if not exists (select from pg_ts_dict where dictname = 'search_stem' and pg_ts_dict_is_visible(oid)) then
        create text search dictionary search_stem (template = snowball, language = english);
    end if;
end $$;

-- Functions that an index calls find what they call themselves when they are made: nobody's search path is asked. So
-- those in PL/pgSQL call only what PostgreSQL brings. They are in it because it makes ready only the expressions that
-- it comes to; SQL would make ready the whole table of letters for each call, which took longer than all the rest.

-- A text with nothing but words in it, apart by spaces. Most gaps are one space already, and stay.
create or replace function only_words(given text) returns text
language plpgsql immutable strict parallel safe as $$
declare
    words text := regexp_replace(' ' || given || ' ',
        '([\-./]*[\u0001-\u001F\u0021-\u0022\u0024-\u002A\u002C\u003A-\u0040\u005B-\u0060\u007B-\u007E\u0085\u00A0-\u00A9\u00AB-\u00AC\u00AE-\u00B4\u00B6-\u00B9\u00BB\u00BF\u00D7\u00F7\u0964-\u0965\u1680\u2000-\u200B\u2010-\u2060\u20A0-\u20BF\u2122\u2190-\u2BFF\u3000-\u3003\uFDD0-\uFDEF\uFEFF\uFFFE-\uFFFF]|[\-./]+ )[\u0001-\u0022\u0024-\u002A\u002C\u003A-\u0040\u005B-\u0060\u007B-\u007E\u0085\u00A0-\u00A9\u00AB-\u00AC\u00AE-\u00B4\u00B6-\u00B9\u00BB\u00BF\u00D7\u00F7\u0964-\u0965\u1680\u2000-\u200B\u2010-\u2060\u20A0-\u20BF\u2122\u2190-\u2BFF\u3000-\u3003\uFDD0-\uFDEF\uFEFF\uFFFE-\uFFFF]*([\-/+#.]*[\-/+#])?| [\-/+#.]*[\-/+#]',
        ' ', 'g');
begin
    -- One of several signs before a word may belong to it.
    if position(' ..' in words) > 0 then
        words := regexp_replace(words, ' [.]+', ' .', 'g');
    end if;
    return words;
end $$;

-- Small letters without their accents; without them some are capitals again. The tests before the replacements are
-- cheap, and most text passes none of them.
create or replace function fold_letters(given text) returns text
language plpgsql immutable strict parallel safe as $$
declare
    folded text := lower(given collate "pg_c_utf8");
begin
    if octet_length(folded) = char_length(folded) then
        return folded;
    end if;
    if folded ~ '[\u00C6\u00DE-\u00DF\u00E6\u00FE\u0132-\u0133\u0152-\u0153\u0195\u01C4-\u01CC\u01E2-\u01E3\u01F1-\u01F3\u01F6\u01FC-\u01FD\u0222-\u0223\u0238-\u0239\u0276\u02A3\u02A5-\u02A6\u02A8\u02AA-\u02AB\u1D01-\u1D02\u1D14-\u1D15\u1D6B\u1D7A\u1E9E\u1EFA-\u1EFB\u203C\u2047-\u2049\u2469-\u24B5\u24EB-\u24F4\u24FE\u277F\u2789\u2793\u2E28-\u2E29\uA728-\uA729\uA732-\uA73D\uA74E-\uA74F\uA760-\uA761\uA766-\uA767\uFB00-\uFB04\uFB06]' then
        folded :=
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(folded, 'Æ', 'AE'),
        'Þ', 'TH'), 'ß', 'ss'), 'æ', 'ae'), 'þ', 'th'), 'Ĳ', 'IJ'), 'ĳ', 'ij'), 'Œ', 'OE'), 'œ', 'oe'), 'ƕ', 'hv'),
        'Ǆ', 'DZ'), 'ǅ', 'Dz'), 'ǆ', 'dz'), 'Ǉ', 'LJ'), 'ǈ', 'Lj'), 'ǉ', 'lj'), 'Ǌ', 'NJ'), 'ǋ', 'Nj'), 'ǌ', 'nj'),
        'Ǣ', 'AE'), 'ǣ', 'ae'), 'Ǳ', 'DZ'), 'ǲ', 'Dz'), 'ǳ', 'dz'), 'Ƕ', 'HV'), 'Ǽ', 'AE'), 'ǽ', 'ae'), 'Ȣ', 'OU'),
        'ȣ', 'ou'), 'ȸ', 'db'), 'ȹ', 'qp'), 'ɶ', 'OE'), 'ʣ', 'dz'), 'ʥ', 'dz'), 'ʦ', 'ts'), 'ʨ', 'tc'), 'ʪ', 'ls'),
        'ʫ', 'lz'), 'ᴁ', 'AE'), 'ᴂ', 'ae'), 'ᴔ', 'oe'), 'ᴕ', 'OU'), 'ᵫ', 'ue'), 'ᵺ', 'th'), 'ẞ', 'SS'), 'Ỻ', 'LL'),
        'ỻ', 'll'), '‼', '!!'), '⁇', '??'), '⁈', '?!'), '⁉', '!?'), '⑩', '10'), '⑪', '11'), '⑫', '12'), '⑬', '13'),
        '⑭', '14'), '⑮', '15'), '⑯', '16'), '⑰', '17'), '⑱', '18'), '⑲', '19'), '⑳', '20'), '⑴', '(1)'), '⑵', '(2)'),
        '⑶', '(3)'), '⑷', '(4)'), '⑸', '(5)'), '⑹', '(6)'), '⑺', '(7)'), '⑻', '(8)'), '⑼', '(9)'), '⑽', '(10)'),
        '⑾', '(11)'), '⑿', '(12)'), '⒀', '(13)'), '⒁', '(14)'), '⒂', '(15)'), '⒃', '(16)'), '⒄', '(17)'), '⒅', '(18)'),
        '⒆', '(19)'), '⒇', '(20)'), '⒈', '1.'), '⒉', '2.'), '⒊', '3.'), '⒋', '4.'), '⒌', '5.'), '⒍', '6.'), '⒎', '7.'),
        '⒏', '8.'), '⒐', '9.'), '⒑', '10.'), '⒒', '11.'), '⒓', '12.'), '⒔', '13.'), '⒕', '14.'), '⒖', '15.'),
        '⒗', '16.'), '⒘', '17.'), '⒙', '18.'), '⒚', '19.'), '⒛', '20.'), '⒜', '(a)'), '⒝', '(b)'), '⒞', '(c)'),
        '⒟', '(d)'), '⒠', '(e)'), '⒡', '(f)'), '⒢', '(g)'), '⒣', '(h)'), '⒤', '(i)'), '⒥', '(j)'), '⒦', '(k)'),
        '⒧', '(l)'), '⒨', '(m)'), '⒩', '(n)'), '⒪', '(o)'), '⒫', '(p)'), '⒬', '(q)'), '⒭', '(r)'), '⒮', '(s)'),
        '⒯', '(t)'), '⒰', '(u)'), '⒱', '(v)'), '⒲', '(w)'), '⒳', '(x)'), '⒴', '(y)'), '⒵', '(z)'), '⓫', '11'),
        '⓬', '12'), '⓭', '13'), '⓮', '14'), '⓯', '15'), '⓰', '16'), '⓱', '17'), '⓲', '18'), '⓳', '19'), '⓴', '20'),
        '⓾', '10'), '❿', '10'), '➉', '10'), '➓', '10'), '⸨', '(('), '⸩', '))'), 'Ꜩ', 'TZ'), 'ꜩ', 'tz'), 'Ꜳ', 'AA'),
        'ꜳ', 'aa'), 'Ꜵ', 'AO'), 'ꜵ', 'ao'), 'Ꜷ', 'AU'), 'ꜷ', 'au'), 'Ꜹ', 'AV'), 'ꜹ', 'av'), 'Ꜻ', 'AV'), 'ꜻ', 'av'),
        'Ꜽ', 'AY'), 'ꜽ', 'ay'), 'Ꝏ', 'OO'), 'ꝏ', 'oo'), 'Ꝡ', 'VY'), 'ꝡ', 'vy'), 'Ꝧ', 'TH'), 'ꝧ', 'th'), 'ﬀ', 'ff'),
        'ﬁ', 'fi'), 'ﬂ', 'fl'), 'ﬃ', 'ffi'), 'ﬄ', 'ffl'),
        'ﬆ', 'st');
    end if;
    if folded ~ '[\u00AB\u00B2-\u00B3\u00B9\u00BB\u00C0-\u00C5\u00C7-\u00D6\u00D8-\u00DD\u00E0-\u00E5\u00E7-\u00F6\u00F8-\u00FD\u00FF-\u0131\u0134-\u0151\u0154-\u0183\u0186-\u018C\u018E-\u0193\u0196-\u019A\u019C-\u01A1\u01A4-\u01A5\u01AB-\u01B0\u01B2-\u01B6\u01BF\u01CD-\u01E1\u01E4-\u01ED\u01F0\u01F4-\u01F5\u01F7-\u01FB\u01FE-\u0221\u0224-\u0237\u023A-\u0240\u0243-\u0250\u0253-\u0262\u0265-\u0266\u0268\u026A-\u026D\u026F-\u0275\u027C-\u0282\u0284\u0287-\u0289\u028B-\u0291\u0297\u0299-\u02A0\u02AE-\u02AF\u1D00\u1D03-\u1D10\u1D16-\u1D1C\u1D20-\u1D22\u1D62-\u1D65\u1D6C-\u1D77\u1D79\u1D7B-\u1D7E\u1D80-\u1D8A\u1D8C-\u1D8F\u1D91-\u1D97\u1D99\u1E00-\u1E9D\u1EA0-\u1EF9\u1EFC\u1EFE-\u1EFF\u2010-\u2014\u2018-\u201E\u2032-\u2033\u2035-\u2036\u2038-\u203A\u2044-\u2046\u204E-\u204F\u2052-\u2053\u2070-\u2071\u2074-\u208E\u2090-\u2094\u2184\u2460-\u2468\u24B6-\u24EA\u24F5-\u24FD\u24FF\u275B-\u275E\u2768-\u277E\u2780-\u2788\u278A-\u2792\u2C60-\u2C6C\u2C6E-\u2C6F\u2C71-\u2C76\u2C78\u2C7A-\u2C7C\uA730-\uA731\uA73E-\uA74D\uA750-\uA75B\uA75E-\uA75F\uA762-\uA763\uA768\uA779-\uA786\uA7FB-\uA7FF\uFF01-\uFF3F\uFF41-\uFF5B\uFF5D-\uFF5E]' then
        folded := translate(folded,
        '«²³¹»ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïðñòóôõöøùúûüýÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĴĵĶķĸĹĺĻļĽľĿŀŁłŃńŅņŇňŉŊŋŌōŎŏŐőŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſƀƁƂƃƆƇƈƉƊƋƌƎƏƐƑƒƓƖƗƘƙƚƜƝƞƟƠơƤƥƫƬƭƮƯưƲƳƴƵƶƿǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǝǞǟǠǡǤǥǦǧǨǩǪǫǬǭǰǴǵǷǸǹǺǻǾǿȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȜȝȞȟȠȡȤȥȦȧȨȩȪȫȬȭȮȯȰȱȲȳȴȵȶȷȺȻȼȽȾȿɀɃɄɅɆɇɈɉɊɋɌɍɎɏɐɓɔɕɖɗɘəɚɛɜɝɞɟɠɡɢɥɦɨɪɫɬɭɯɰɱɲɳɴɵɼɽɾɿʀʁʂʄʇʈʉʋʌʍʎʏʐʑʗʙʚʛʜʝʞʟʠʮʯᴀᴃᴄᴅᴆᴇᴈᴉᴊᴋᴌᴍᴎᴏᴐᴖᴗᴘᴙᴚᴛᴜᴠᴡᴢᵢᵣᵤᵥᵬᵭᵮᵯᵰᵱᵲᵳᵴᵵᵶᵷᵹᵻᵼᵽᵾᶀᶁᶂᶃᶄᶅᶆᶇᶈᶉᶊᶌᶍᶎᶏᶑᶒᶓᶔᶕᶖᶗᶙḀḁḂḃḄḅḆḇḈḉḊḋḌḍḎḏḐḑḒḓḔḕḖḗḘḙḚḛḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḬḭḮḯḰḱḲḳḴḵḶḷḸḹḺḻḼḽḾḿṀṁṂṃṄṅṆṇṈṉṊṋṌṍṎṏṐṑṒṓṔṕṖṗṘṙṚṛṜṝṞṟṠṡṢṣṤṥṦṧṨṩṪṫṬṭṮṯṰṱṲṳṴṵṶṷṸṹṺṻṼṽṾṿẀẁẂẃẄẅẆẇẈẉẊẋẌẍẎẏẐẑẒẓẔẕẖẗẘẙẚẛẜẝẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹỼỾỿ‐‑‒–—‘’‚‛“”„′″‵‶‸‹›⁄⁅⁆⁎⁏⁒⁓⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₔↄ①②③④⑤⑥⑦⑧⑨ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽⓿❛❜❝❞❨❩❪❫❬❭❮❯❰❱❲❳❴❵❶❷❸❹❺❻❼❽❾➀➁➂➃➄➅➆➇➈➊➋➌➍➎➏➐➑➒ⱠⱡⱢⱣⱤⱥⱦⱧⱨⱩⱪⱫⱬⱮⱯⱱⱲⱳⱴⱵⱶⱸⱺⱻⱼꜰꜱꜾꜿꝀꝁꝂꝃꝄꝅꝆꝇꝈꝉꝊꝋꝌꝍꝐꝑꝒꝓꝔꝕꝖꝗꝘꝙꝚꝛꝞꝟꝢꝣꝨꝹꝺꝻꝼꝽꝾꝿꞀꞁꞂꞃꞄꞅꞆꟻꟼꟽꟾꟿ！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｝～',
        '"231"AAAAAACEEEEIIIIDNOOOOOOUUUUYaaaaaaceeeeiiiidnoooooouuuuyyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiJjKkqLlLlLlLlLlNnNnNnnNnOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzsbBBbOCcDDDdEAEFfGIIKklMNnOOoPptTtTUuVYyZzwAaIiOoUuUuUuUuUueAaAaGGGGKkOoOojGgWNnAaOoAaAaEeEeIiIiOoOoRrRrUuUuSsTtZzHhNdZzAaEeOoOoOoOoYylntjACcLTszBUVEeJjQqRrYyabocddeaaeeeejggGhhiIlllmmmnnNorrrrRRsjttuvvwyYzzCBeGHjkLqhhABCDDEeiJKLMNOOooPRRTUVWZiruvbdfmnprrstzggIipUbdfgklmnprsvxzadeeeaiouAaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwyafssAaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYyVYy-----''''''''"""''"''"^''''/[]*;%~0i456789+-=()n0123456789+-=()aeoxac123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz01234567890''''""()()<>""<>[]{}123456789123456789123456789LlLPRatHhKkZzMavWwvHheoEjFSccKkKkKkLlLlOoOoPpPpPpQqQqRrVvZzVDdFfGGgLlRrsSTFpMIM!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_abcdefghijklmnopqrstuvwxyz{}~');
    end if;
    return lower(folded collate "pg_c_utf8");
end $$;

-- Lucene counts UTF-16 units, of which an emoji has two: a noncharacter stands in for the second one. Cut between the
-- two, Lucene has half an emoji, which it writes as a replacement character.
create or replace function utf16_units(given text) returns text
language plpgsql immutable strict parallel safe as $$
declare
    units text := regexp_replace(given, '([\U00010000-\U0010FFFF])', e'\\1\uFDD0', 'g');
begin
    if units <> given then
        units := regexp_replace(units, '( [^ ]{254})[\U00010000-\U0010FFFF][^ ]*', e'\\1\uFFFD', 'g');
    end if;
    return units;
end $$;

-- A text in small letters without accents, its words apart by spaces.
create or replace function search_text(given text) returns text
language sql immutable strict parallel safe
begin atomic
    select utf16_units(fold_letters(only_words(given)));
end;

-- The words of a text, in order: what a search by word compares.
create or replace function search_words(given text) returns text[]
language sql immutable strict parallel safe
begin atomic
    select coalesce(array_agg(replace((ts_lexize('search_stem', left(word, 255)))[1], e'\uFDD0', '')), '{}')
    from string_to_table(search_text(given), ' ') as word
    where word <> '';
end;

-- Each of these words once, as an index takes them.
create or replace function search_vector(given text) returns tsvector
language sql immutable strict parallel safe
begin atomic
    select array_to_tsvector(search_words(given));
end;

-- Whether these words stand side by side in a text.
create or replace function has_phrase(given text, words text[]) returns boolean
language sql immutable parallel safe
begin atomic
    select position(' ' || array_to_string(words, ' ') || ' '
        in ' ' || array_to_string(search_words(given), ' ') || ' ') > 0;
end;

-- The same of a list of texts, each by itself.
create or replace function has_phrase(given text[], words text[]) returns boolean
language sql immutable parallel safe
begin atomic
    select coalesce(bool_or(has_phrase(one, words)), false) from unnest(given) as one;
end;

-- A list as one text, for its words.
create or replace function joined(given text[]) returns text
language sql immutable parallel safe as $$
    select coalesce(string_agg(one, ' '), '') from unnest(given) as one
$$;
