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
        '([\-./]*[\u0001-\u001F\u0085\u00A0\u1680\u2000-\u200B\u2028-\u202F\u205F\u2060\u3000\uFEFF\uFDD0-\uFDEF\uFFFE\uFFFF\u0021\u0022\u0024-\u002A\u002C\u003A-\u0040\u005B\u005C\u005D\u005E-\u0060\u007B-\u007E\u00A1-\u00A9\u00AB\u00AC\u00AE-\u00B4\u00B6-\u00B9\u00BB\u00BF\u00D7\u00F7\u0964\u0965\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2122\u2190-\u2BFF\u3001-\u3003]|[\-./]+ )[ \u0001-\u001F\u0085\u00A0\u1680\u2000-\u200B\u2028-\u202F\u205F\u2060\u3000\uFEFF\uFDD0-\uFDEF\uFFFE\uFFFF\u0021\u0022\u0024-\u002A\u002C\u003A-\u0040\u005B\u005C\u005D\u005E-\u0060\u007B-\u007E\u00A1-\u00A9\u00AB\u00AC\u00AE-\u00B4\u00B6-\u00B9\u00BB\u00BF\u00D7\u00F7\u0964\u0965\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2122\u2190-\u2BFF\u3001-\u3003]*([\-/+#.]*[\-/+#])?| [\-/+#.]*[\-/+#]',
        ' ', 'g');
begin
    -- One of several signs before a word may belong to it.
    if position(' ..' in words) > 0 then
        words := regexp_replace(words, ' [.]+', ' .', 'g');
    end if;
    return words;
end $$;

-- Small letters without their accents; without them some are capitals again. One round for each letter that has one:
-- most texts have none, and the others a few.
create or replace function fold_letters(given text) returns text
language plpgsql immutable strict parallel safe as $$
declare
    folded text := lower(given collate "pg_c_utf8");
    letter text;
begin
    if octet_length(folded) = char_length(folded) then
        return folded;
    end if;
    loop
        letter := substring(folded from '[\u00AB\u00B2-\u00B3\u00B9\u00BB\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u0183\u0186-\u018C\u018E-\u0193\u0195-\u019A\u019C-\u01A1\u01A4-\u01A5\u01AB-\u01B0\u01B2-\u01B6\u01BF\u01C4-\u01ED\u01F0-\u0240\u0243-\u0250\u0253-\u0262\u0265-\u0266\u0268\u026A-\u026D\u026F-\u0276\u027C-\u0282\u0284\u0287-\u0289\u028B-\u0291\u0297\u0299-\u02A0\u02A3\u02A5-\u02A6\u02A8\u02AA-\u02AB\u02AE-\u02AF\u1D00-\u1D10\u1D14-\u1D1C\u1D20-\u1D22\u1D62-\u1D65\u1D6B-\u1D77\u1D79-\u1D7E\u1D80-\u1D8A\u1D8C-\u1D8F\u1D91-\u1D97\u1D99\u1E00-\u1E9E\u1EA0-\u1EFC\u1EFE-\u1EFF\u2010-\u2014\u2018-\u201E\u2032-\u2033\u2035-\u2036\u2038-\u203A\u203C\u2044-\u2049\u204E-\u204F\u2052-\u2053\u2070-\u2071\u2074-\u208E\u2090-\u2094\u2184\u2460-\u24FF\u275B-\u275E\u2768-\u2793\u2C60-\u2C6C\u2C6E-\u2C6F\u2C71-\u2C76\u2C78\u2C7A-\u2C7C\u2E28-\u2E29\uA728-\uA729\uA730-\uA75B\uA75E-\uA763\uA766-\uA768\uA779-\uA786\uA7FB-\uA7FF\uFB00-\uFB04\uFB06\uFF01-\uFF3F\uFF41-\uFF5B\uFF5D-\uFF5E]');
        exit when letter is null;
        folded := replace(folded, letter, (
            '{"\"",2,3,1,"\"",A,A,A,A,A,A,AE,C,E,E,E,E,I,I,I,I,D,N,O,O,O,O,O,O,U,U,U,U,Y,TH,ss,a,a,a,a,a,a,ae,c,e,e,e,e,i,i,i,i,d,n,o,o,o,o,o,o,u,u,u,u,y,th,y,A,a,A,a,A,a,C,c,C,c,C,c,C,c,D,d,D,d,E,e,E,e,E,e,E,e,E,e,G,g,G,g,G,g,G,g,H,h,H,h,I,i,I,i,I,i,I,i,I,i,IJ,ij,J,j,K,k,q,L,l,L,l,L,l,L,l,L,l,N,n,N,n,N,n,n,N,n,O,o,O,o,O,o,OE,oe,R,r,R,r,R,r,S,s,S,s,S,s,S,s,T,t,T,t,T,t,U,u,U,u,U,u,U,u,U,u,U,u,W,w,Y,y,Y,Z,z,Z,z,Z,z,s,b,B,B,b,O,C,c,D,D,D,d,E,A,E,F,f,G,hv,I,I,K,k,l,M,N,n,O,O,o,P,p,t,T,t,T,U,u,V,Y,y,Z,z,w,DZ,Dz,dz,LJ,Lj,lj,NJ,Nj,nj,A,a,I,i,O,o,U,u,U,u,U,u,U,u,U,u,e,A,a,A,a,AE,ae,G,G,G,G,K,k,O,o,O,o,j,DZ,Dz,dz,G,g,HV,W,N,n,A,a,AE,ae,O,o,A,a,A,a,E,e,E,e,I,i,I,i,O,o,O,o,R,r,R,r,U,u,U,u,S,s,T,t,Z,z,H,h,N,d,OU,ou,Z,z,A,a,E,e,O,o,O,o,O,o,O,o,Y,y,l,n,t,j,db,qp,A,C,c,L,T,s,z,B,U,V,E,e,J,j,Q,q,R,r,Y,y,a,b,o,c,d,d,e,a,a,e,e,e,e,j,g,g,G,h,h,i,I,l,l,l,m,m,m,n,n,N,o,OE,r,r,r,r,R,R,s,j,t,t,u,v,v,w,y,Y,z,z,C,B,e,G,H,j,k,L,q,dz,dz,ts,tc,ls,lz,h,h,A,AE,ae,B,C,D,D,E,e,i,J,K,L,M,N,O,O,oe,OU,o,o,P,R,R,T,U,V,W,Z,i,r,u,v,ue,b,d,f,m,n,p,r,r,s,t,z,g,g,th,I,i,p,U,b,d,f,g,k,l,m,n,p,r,s,v,x,z,a,d,e,e,e,a,i,o,u,A,a,B,b,B,b,B,b,C,c,D,d,D,d,D,d,D,d,D,d,E,e,E,e,E,e,E,e,E,e,F,f,G,g,H,h,H,h,H,h,H,h,H,h,I,i,I,i,K,k,K,k,K,k,L,l,L,l,L,l,L,l,M,m,M,m,M,m,N,n,N,n,N,n,N,n,O,o,O,o,O,o,O,o,P,p,P,p,R,r,R,r,R,r,R,r,S,s,S,s,S,s,S,s,S,s,T,t,T,t,T,t,T,t,U,u,U,u,U,u,U,u,U,u,V,v,V,v,W,w,W,w,W,w,W,w,W,w,X,x,X,x,Y,y,Z,z,Z,z,Z,z,h,t,w,y,a,f,s,s,SS,A,a,A,a,A,a,A,a,A,a,A,a,A,a,A,a,A,a,A,a,A,a,A,a,E,e,E,e,E,e,E,e,E,e,E,e,E,e,E,e,I,i,I,i,O,o,O,o,O,o,O,o,O,o,O,o,O,o,O,o,O,o,O,o,O,o,O,o,U,u,U,u,U,u,U,u,U,u,U,u,U,u,Y,y,Y,y,Y,y,Y,y,LL,ll,V,Y,y,"-","-","-","-","-","''","''","''","''","\"","\"","\"","''","\"","''","\"","^","''","''","!!","/","[","]","??","?!","!?","*",";","%","~",0,i,4,5,6,7,8,9,"+","-","=","(",")",n,0,1,2,3,4,5,6,7,8,9,"+","-","=","(",")",a,e,o,x,a,c,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,"(1)","(2)","(3)","(4)","(5)","(6)","(7)","(8)","(9)","(10)","(11)","(12)","(13)","(14)","(15)","(16)","(17)","(18)","(19)","(20)","1.","2.","3.","4.","5.","6.","7.","8.","9.","10.","11.","12.","13.","14.","15.","16.","17.","18.","19.","20.","(a)","(b)","(c)","(d)","(e)","(f)","(g)","(h)","(i)","(j)","(k)","(l)","(m)","(n)","(o)","(p)","(q)","(r)","(s)","(t)","(u)","(v)","(w)","(x)","(y)","(z)",A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,0,11,12,13,14,15,16,17,18,19,20,1,2,3,4,5,6,7,8,9,10,0,"''","''","\"","\"","(",")","(",")","<",">","\"","\"","<",">","[","]","{","}",1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,L,l,L,P,R,a,t,H,h,K,k,Z,z,M,a,v,W,w,v,H,h,e,o,E,j,"((","))",TZ,tz,F,S,AA,aa,AO,ao,AU,au,AV,av,AV,av,AY,ay,c,c,K,k,K,k,K,k,L,l,L,l,O,o,O,o,OO,oo,P,p,P,p,P,p,Q,q,Q,q,R,r,V,v,VY,vy,Z,z,TH,th,V,D,d,F,f,G,G,g,L,l,R,r,s,S,T,F,p,M,I,M,ff,fi,fl,ffi,ffl,st,"!","\"","#","$","%","&","''","(",")","*","+",",","-",".","/",0,1,2,3,4,5,6,7,8,9,":",";","<","=",">","?","@",A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z,"[","\\","]","^","_",a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,"{","}","~"}'
            ::text[])[position(letter in
            '«²³¹»ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĲĳĴĵĶķĸĹĺĻļĽľĿŀŁłŃńŅņŇňŉŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſƀƁƂƃƆƇƈƉƊƋƌƎƏƐƑƒƓƕƖƗƘƙƚƜƝƞƟƠơƤƥƫƬƭƮƯưƲƳƴƵƶƿǄǅǆǇǈǉǊǋǌǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǝǞǟǠǡǢǣǤǥǦǧǨǩǪǫǬǭǰǱǲǳǴǵǶǷǸǹǺǻǼǽǾǿȀȁȂȃȄȅȆȇȈȉȊȋȌȍȎȏȐȑȒȓȔȕȖȗȘșȚțȜȝȞȟȠȡȢȣȤȥȦȧȨȩȪȫȬȭȮȯȰȱȲȳȴȵȶȷȸȹȺȻȼȽȾȿɀɃɄɅɆɇɈɉɊɋɌɍɎɏɐɓɔɕɖɗɘəɚɛɜɝɞɟɠɡɢɥɦɨɪɫɬɭɯɰɱɲɳɴɵɶɼɽɾɿʀʁʂʄʇʈʉʋʌʍʎʏʐʑʗʙʚʛʜʝʞʟʠʣʥʦʨʪʫʮʯᴀᴁᴂᴃᴄᴅᴆᴇᴈᴉᴊᴋᴌᴍᴎᴏᴐᴔᴕᴖᴗᴘᴙᴚᴛᴜᴠᴡᴢᵢᵣᵤᵥᵫᵬᵭᵮᵯᵰᵱᵲᵳᵴᵵᵶᵷᵹᵺᵻᵼᵽᵾᶀᶁᶂᶃᶄᶅᶆᶇᶈᶉᶊᶌᶍᶎᶏᶑᶒᶓᶔᶕᶖᶗᶙḀḁḂḃḄḅḆḇḈḉḊḋḌḍḎḏḐḑḒḓḔḕḖḗḘḙḚḛḜḝḞḟḠḡḢḣḤḥḦḧḨḩḪḫḬḭḮḯḰḱḲḳḴḵḶḷḸḹḺḻḼḽḾḿṀṁṂṃṄṅṆṇṈṉṊṋṌṍṎṏṐṑṒṓṔṕṖṗṘṙṚṛṜṝṞṟṠṡṢṣṤṥṦṧṨṩṪṫṬṭṮṯṰṱṲṳṴṵṶṷṸṹṺṻṼṽṾṿẀẁẂẃẄẅẆẇẈẉẊẋẌẍẎẏẐẑẒẓẔẕẖẗẘẙẚẛẜẝẞẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹỺỻỼỾỿ‐‑‒–—‘’‚‛“”„′″‵‶‸‹›‼⁄⁅⁆⁇⁈⁉⁎⁏⁒⁓⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₔↄ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛⒜⒝⒞⒟⒠⒡⒢⒣⒤⒥⒦⒧⒨⒩⒪⒫⒬⒭⒮⒯⒰⒱⒲⒳⒴⒵ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ⓪⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴⓵⓶⓷⓸⓹⓺⓻⓼⓽⓾⓿❛❜❝❞❨❩❪❫❬❭❮❯❰❱❲❳❴❵❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓ⱠⱡⱢⱣⱤⱥⱦⱧⱨⱩⱪⱫⱬⱮⱯⱱⱲⱳⱴⱵⱶⱸⱺⱻⱼ⸨⸩ꜨꜩꜰꜱꜲꜳꜴꜵꜶꜷꜸꜹꜺꜻꜼꜽꜾꜿꝀꝁꝂꝃꝄꝅꝆꝇꝈꝉꝊꝋꝌꝍꝎꝏꝐꝑꝒꝓꝔꝕꝖꝗꝘꝙꝚꝛꝞꝟꝠꝡꝢꝣꝦꝧꝨꝹꝺꝻꝼꝽꝾꝿꞀꞁꞂꞃꞄꞅꞆꟻꟼꟽꟾꟿﬀﬁﬂﬃﬄﬆ！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｝～')]);
    end loop;
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

-- The words of several texts in order between spaces, and a bar, which is no word, between two texts: no
-- phrase goes on behind it. All texts in one call, which takes longer to begin than a short text's words do.
create or replace function search_said(given text[]) returns text
language sql immutable strict parallel safe
begin atomic
    select ' ' || coalesce(
        replace(string_agg((ts_lexize('search_stem', left(word, 255)))[1], ' '), e'\uFDD0', '') || ' ', '')
    from string_to_table(utf16_units(fold_letters(
        (select string_agg(only_words(one), '|') from unnest(given) as one))), ' ') as word
    where word <> '';
end;

-- What stood in its place, of one text.
drop function if exists search_said(text);

-- What was said, each word once.
create or replace function search_heard(said text) returns tsvector
language sql immutable strict parallel safe
begin atomic
    select array_to_tsvector(array_remove(array_remove(string_to_array(said, ' '), ''), '|'));
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
