// Country data: calling codes, ISO 3166 codes, names. Facts only; the code that
// reads them is in country.cc, and its test compares them with libphonenumber
// and ICU.
#pragma once

#include <string_view>

namespace privet {

// ITU-T E.164 country codes and the country that mainly uses each, as
// "code:country" words in ascending order of the code.
// Source: ITU Operational Bulletin, list of Recommendation E.164 assigned country codes.
inline constexpr std::string_view kCallingCodes =
    "1:US 7:RU 20:EG 27:ZA 30:GR 31:NL 32:BE 33:FR 34:ES 36:HU 39:IT 40:RO 41:CH 43:AT "
    "44:GB 45:DK 46:SE 47:NO 48:PL 49:DE 51:PE 52:MX 53:CU 54:AR 55:BR 56:CL 57:CO 58:VE "
    "60:MY 61:AU 62:ID 63:PH 64:NZ 65:SG 66:TH 81:JP 82:KR 84:VN 86:CN 90:TR 91:IN 92:PK "
    "93:AF 94:LK 95:MM 98:IR 211:SS 212:MA 213:DZ 216:TN 218:LY 220:GM 221:SN 222:MR 223:ML 224:GN "
    "225:CI 226:BF 227:NE 228:TG 229:BJ 230:MU 231:LR 232:SL 233:GH 234:NG 235:TD 236:CF 237:CM 238:CV "
    "239:ST 240:GQ 241:GA 242:CG 243:CD 244:AO 245:GW 246:IO 247:AC 248:SC 249:SD 250:RW 251:ET 252:SO "
    "253:DJ 254:KE 255:TZ 256:UG 257:BI 258:MZ 260:ZM 261:MG 262:RE 263:ZW 264:NA 265:MW 266:LS 267:BW "
    "268:SZ 269:KM 290:SH 291:ER 297:AW 298:FO 299:GL 350:GI 351:PT 352:LU 353:IE 354:IS 355:AL 356:MT "
    "357:CY 358:FI 359:BG 370:LT 371:LV 372:EE 373:MD 374:AM 375:BY 376:AD 377:MC 378:SM 380:UA 381:RS "
    "382:ME 383:XK 385:HR 386:SI 387:BA 389:MK 420:CZ 421:SK 423:LI 500:FK 501:BZ 502:GT 503:SV 504:HN "
    "505:NI 506:CR 507:PA 508:PM 509:HT 590:GP 591:BO 592:GY 593:EC 594:GF 595:PY 596:MQ 597:SR 598:UY "
    "599:CW 670:TL 672:NF 673:BN 674:NR 675:PG 676:TO 677:SB 678:VU 679:FJ 680:PW 681:WF 682:CK 683:NU "
    "685:WS 686:KI 687:NC 688:TV 689:PF 690:TK 691:FM 692:MH 850:KP 852:HK 853:MO 855:KH 856:LA 880:BD "
    "886:TW 960:MV 961:LB 962:JO 963:SY 964:IQ 965:KW 966:SA 967:YE 968:OM 970:PS 971:AE 972:IL 973:BH "
    "974:QA 975:BT 976:MN 977:NP 992:TJ 993:TM 994:AZ 995:GE 996:KG 998:UZ ";

// ISO 3166-1: alpha-2 and alpha-3 code of each country, together one word; and XK, which is
// in use for Kosovo without being assigned.
inline constexpr std::string_view kCountryCodes =
    "ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE "
    "BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS "
    "BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN "
    "COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST "
    "EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF "
    "GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD "
    "HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM "
    "JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA "
    "LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD "
    "MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM "
    "NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG "
    "PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA "
    "SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD "
    "STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON "
    "TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR "
    "VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE ";

// Names of countries, in English and the languages that write them most: "CC name|name|...",
// lower case (ASCII and the accented and Cyrillic letters alike).
inline constexpr std::string_view kCountryNames[] = {
    "US united states|united states of america|usa|u.s.|u.s.a.|estados unidos|états-unis|"
    "vereinigte staaten|stati uniti|сша|美国|アメリカ|미국",
    "GB uk|united kingdom|great britain|england|scotland|wales|northern ireland|royaume-uni|"
    "großbritannien|vereinigtes königreich|reino unido|regno unito|великобритания|英国|영국",
    "CA canada|kanada|canadá|канада|加拿大|カナダ",
    "DE germany|deutschland|allemagne|alemania|germania|alemanha|duitsland|niemcy|tyskland|saksa|"
    "almanya|германия|德国|ドイツ|독일",
    "FR france|frankreich|francia|frança|frankrijk|francja|frankrike|frankrig|ranska|fransa|франция|"
    "法国|フランス|프랑스",
    "ES spain|españa|spanien|espagne|spagna|espanha|spanje|hiszpania|espanja|İspanya|испания|西班牙|"
    "スペイン|스페인",
    "IT italy|italia|italien|italie|itália|włochy|italië|İtalya|италия|意大利|イタリア|이탈리아",
    "NL netherlands|the netherlands|nederland|holland|niederlande|pays-bas|países bajos|paesi bassi|"
    "holanda|holandia|nederländerna|нидерланды|荷兰|オランダ",
    "BE belgium|belgië|belgique|belgien|bélgica|belgio|belgia|бельгия|比利时|ベルギー",
    "CH switzerland|schweiz|suisse|svizzera|suiza|suíça|zwitserland|szwajcaria|sveitsi|İsviçre|"
    "швейцария|瑞士|スイス|스위스",
    "AT austria|österreich|autriche|áustria|oostenrijk|österrike|østrig|østerrike|itävalta|avusturya|"
    "австрия|奥地利|オーストリア",
    "PL poland|polska|polen|pologne|polonia|polônia|polónia|puola|polonya|польша|波兰|ポーランド",
    "SE sweden|sverige|schweden|suède|suecia|svezia|suécia|zweden|szwecja|ruotsi|İsveç|швеция|瑞典|"
    "スウェーデン",
    "DK denmark|danmark|dänemark|danemark|dinamarca|danimarca|denemarken|dania|tanska|danimarka|"
    "дания|丹麦|デンマーク",
    "NO norway|norge|noreg|norwegen|norvège|noruega|norvegia|noorwegen|norwegia|norja|norveç|"
    "норвегия|挪威|ノルウェー",
    "FI finland|suomi|finnland|finlande|finlandia|finlândia|finlandiya|финляндия|芬兰|フィンランド",
    "PT portugal|portogallo|portugalia|portugali|portekiz|португалия|葡萄牙|ポルトガル",
    "IE ireland|éire|republic of ireland|irland|irlande|irlanda|ierland|irlandia|irlanti|ирландия|"
    "爱尔兰|アイルランド",
    "BR brazil|brasil|brasilien|brésil|brasile|brazilië|brazylia|brasilia|brezilya|бразилия|巴西|ブラジル|"
    "브라질",
    "MX mexico|méxico|mexiko|mexique|messico|meksyk|meksika|мексика|墨西哥|メキシコ|멕시코",
    "IN india|भारत|indien|inde|índia|indie|intia|hindistan|индия|印度|インド|인도",
    "AU australia|australien|australie|austrália|australië|avustralya|австралия|澳大利亚|オーストラリア|호주",
    "NZ new zealand|aotearoa|neuseeland|nouvelle-zélande|nueva zelanda|nuova zelanda|nova zelândia|"
    "nieuw-zeeland|новая зеландия|新西兰|ニュージーランド",
    "JP japan|日本|japon|japón|giappone|japão|japonia|japani|japonya|япония|일본",
    "KR south korea|korea|republic of korea|korea, republic of|대한민국|한국|südkorea|corée du sud|"
    "corea del sur|corea del sud|coreia do sul|южная корея|韩国|韓国",
    "CN china|中国|中國|people's republic of china|chine|cina|chiny|kiina|çin|китай|중국",
    "TW taiwan|台灣|台湾|臺灣|대만",
    "HK hong kong|香港",
    "RU russia|russian federation|россия|российская федерация|russland|russie|rusia|rússia|rusland|"
    "rosja|ryssland|venäjä|rusya|俄罗斯|ロシア|러시아",
    "UA ukraine|україна|украина|ucrania|ucraina|ucrânia|ukraina",
    "TR turkey|türkiye|turkiye|türkei|turquie|turquía|turchia|turquia|turkije|turcja|turkiet|turkki|"
    "турция|土耳其|トルコ",
    "ZA south africa|südafrika|afrique du sud|sudáfrica|sudafrica|áfrica do sul|zuid-afrika|"
    "suid-afrika|rpa|юар|南非",
    "IL israel|ישראל|israël|israele|izrael|İsrail|израиль|以色列|イスラエル",
    "CZ czechia|czech republic|česko|česká republika|tschechien|чехия",
    "SK slovakia|slovensko|slowakei",
    "HU hungary|magyarország|ungarn|hongrie|węgry",
    "RO romania|românia|rumänien|roumanie",
    "BG bulgaria|българия|bulgarien",
    "GR greece|ελλάδα|ελλάς|hellas|griechenland|grèce|grecia",
    "HR croatia|hrvatska|kroatien",
    "SI slovenia|slovenija|slowenien",
    "RS serbia|srbija|србија|serbien",
    "LT lithuania|lietuva",
    "LV latvia|latvija",
    "EE estonia|eesti",
    "IS iceland|ísland|island",
    "LU luxembourg|luxemburg|lëtzebuerg",
    "LI liechtenstein",
    "MT malta",
    "CY cyprus|κύπρος|zypern",
    "AR argentina|argentinien|argentine",
    "CL chile|chili",
    "CO colombia|kolumbien",
    "PE peru|perú",
    "VE venezuela",
    "UY uruguay",
    "EC ecuador",
    "EG egypt|مصر|ägypten",
    "MA morocco|المغرب|maroc|marokko",
    "DZ algeria|الجزائر|algérie",
    "TN tunisia|تونس|tunisie",
    "SA saudi arabia|السعودية|المملكة العربية السعودية",
    "AE united arab emirates|uae|الإمارات",
    "NG nigeria",
    "KE kenya",
    "GH ghana",
    "PK pakistan|پاکستان",
    "BD bangladesh|বাংলাদেশ",
    "LK sri lanka",
    "NP nepal|नेपाल",
    "ID indonesia|indonesien",
    "MY malaysia",
    "SG singapore|新加坡|singapur",
    "PH philippines|pilipinas|philippinen",
    "TH thailand|ไทย|ประเทศไทย",
    "VN vietnam|việt nam|viet nam",
    "IR iran|ایران",
    "KZ kazakhstan|қазақстан|казахстан",
    "BY belarus|беларусь|белоруссия",
};

}  // namespace privet
