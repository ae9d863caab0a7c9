"""Programmes and tours of those whom the news follows, as agencies announce and report them; told on Wednesday 15 May 2024, written for these tests."""

import pytest

from tests.geo.stories import legs, statuses, stop, stops, tell

H, P, U = "happened", "planned", "under_way"

TOURS = {
    "stays one after the other": (
        (
            "Karen Holt arrived in Oslo on Tuesday. She is scheduled to spend four hours in Bergen and then about two in Stavanger.",
            {"Oslo": H, "Bergen": P, "Stavanger": P},
        ),
        (
            "Karen Holt flew to Lisbon yesterday. She will spend two nights in Porto and a day in Coimbra.",
            {"Lisbon": H, "Porto": P, "Coimbra": P},
        ),
        (
            "The president's schedule calls for a stop in Honolulu on Saturday, two days in Suva and an overnight stay in Auckland.",
            {"Honolulu": P, "Suva": P, "Auckland": P},
        ),
        (
            "The minister flew to Chandigarh on Sunday. The minister will spend most of Thursday in Delhi and part of Friday in Agra.",
            {"Chandigarh": H, "Delhi": P, "Agra": P},
        ),
        ("The king will be in Doha Friday and Saturday and then fly to Muscat for a day.", {"Doha": P, "Muscat": P}),
    ),
    "lists": (
        (
            "The secretary will travel to Lima from 20 to 22 May, then Quito, before heading to Bogota.",
            {"Lima": P, "Quito": P, "Bogotá": P},
        ),
        ("The king goes to Brisbane on Friday, Melbourne on Saturday and Perth on Sunday.", {"Brisbane": P, "Melbourne": P, "Perth": P}),
        ("The delegation is to visit Hanoi May 20-22 and Jakarta May 23-25.", {"Hanoi": P, "Jakarta": P}),
        ("The pontiff's itinerary: Nairobi (June 25-27), Kampala (June 27-29) and Bangui (June 29-30).", {"Nairobi": P, "Kampala": P, "Bangui": P}),
        ("The foreign minister has visited three capitals in five days: Cairo, Amman and Riyadh.", {"Cairo": H, "Amman": H, "Riyadh": H}),
        ("The president's next stop will be Accra, followed by Luanda and Kigali.", {"Accra": P, "Luanda": P, "Kigali": P}),
        ("U.S. Senator Carla Diaz is scheduled to speak on Friday in Ames and Mason City, and in Sioux City on Saturday.", {"Ames": P, "Mason City": P, "Sioux City": P}),
    ),
    "beginnings and ends": (
        ("The envoy is on a regional tour that began with talks in Khartoum on Monday and will end in Nairobi on Friday.", {"Khartoum": H, "Nairobi": P}),
        ("Prime Minister Anna Lund visited clinics in Gulu on Sunday. The tour ended yesterday at Mbarara.", {"Gulu": H, "Mbarara": H}),
        ("The vice president's nine-day trip will take her to Accra, Luanda and Lusaka. She departs Washington on Saturday.", {"Washington": P, "Accra": P, "Luanda": P, "Lusaka": P}),
        ("Jane Holm flew into Kabul on Monday, a day after talks in Tashkent.", {"Tashkent": H, "Kabul": H}),
        ("Anna Lund toured clinics funded by a charity in Gulu and Lira.", {"Gulu": H, "Lira": H}),
    ),
    "what a tour takes in": (
        ("Anna Lund flew to Ottawa on Monday after a two-week tour that took in Jakarta, Hanoi and Manila.", {"Jakarta": H, "Hanoi": H, "Manila": H, "Ottawa": H}),
        ("Anna Lund leaves on Monday on a two-week tour that includes Jakarta, Hanoi and Manila.", {"Jakarta": P, "Hanoi": P, "Manila": P}),
        ("Anna Lund arrived in Manila on Friday on a tour that also includes Jakarta and Hanoi.", {"Manila": H, "Jakarta": P, "Hanoi": P}),
        ("Anna Lund is on a three-nation tour which will also take in Jakarta and Hanoi.", {"Jakarta": P, "Hanoi": P}),
        ("Anna Lund will end in Manila on Friday a tour that has taken in Jakarta and Hanoi.", {"Jakarta": H, "Hanoi": H, "Manila": P}),
        ("Anna Lund has completed a tour covering Jakarta, Hanoi and Manila.", {"Jakarta": H, "Hanoi": H, "Manila": H}),
    ),
    "the last leg told first": (
        ("The Dalai Lama arrived in Wellington on Tuesday on the last leg of a tour that has taken him to Perth, Melbourne and Sydney.", {"Perth": H, "Melbourne": H, "Sydney": H, "Wellington": H}),
        ("Anna Lund was in Ankara on Monday on the final stop of a trip that also took her to Baku and Tbilisi.", {"Baku": H, "Tbilisi": H, "Ankara": H}),
        ("The archbishop flew to Nairobi on Tuesday, the last stop on a trip that took him through Lagos and Accra.", {"Lagos": H, "Accra": H, "Nairobi": H}),
        ("Anna Lund arrived in Lima on Tuesday on the first leg of a tour that will take her to Quito and Bogota.", {"Lima": H, "Quito": P, "Bogotá": P}),
    ),
    "visits that somebody comes from": (
        ("Anna Lund returned to Lusaka on Saturday from a visit to Osaka.", {"Osaka": H, "Lusaka": H}),
        ("Anna Lund was back in Ottawa on Monday from a trip to Jakarta and Hanoi.", {"Jakarta": H, "Hanoi": H, "Ottawa": H}),
        ("Anna Lund arrived in Manila from a visit to Hanoi.", {"Hanoi": H, "Manila": H}),
    ),
    "home to the town of the dateline": (
        ("LUSAKA, May 15 - Zambian President Rupiah Zulu returned home on Tuesday from a visit to Japan during which he met bankers in Osaka and Tokyo.", {"Osaka": H, "Tokyo": H, "Lusaka": H}),
        ("LISBON, May 15 - Portugal's Prime Minister Ana Ruiz flew home on Tuesday after talks in Luanda and Maputo.", {"Luanda": H, "Maputo": H, "Lisbon": H}),
        ("NAIROBI, May 15 - Twelve Kenyan nurses stranded in Tripoli were flown home on Monday.", {"Tripoli": H, "Nairobi": H}),
        ("PARIS, May 15 - Finnish president Outi Aho returned home from Paris on Monday.", {"Paris": H}),
    ),
    "countries": (
        ("Anna Lund will fly to Guatemala, Chile, Argentina, Brazil and Peru.", {"Guatemala": P, "Chile": P, "Argentina": P, "Brazil": P, "Peru": P}),
        ("The Bulgarian foreign minister will visit Greece in June. From Athens he will travel to Skopje.", {"Athens": P, "Skopje": P}),
    ),
    "stops on the way": (
        ("The royal jet arrived at Vancouver last night from Perth after refuelling stops at Sydney and Honolulu.", {"Perth": H, "Sydney": H, "Honolulu": H, "Vancouver": H}),
        ("The queen left Glasgow on Monday and arrived in Canberra on Tuesday. The plane made a refuelling stop at Singapore.", {"Glasgow": H, "Singapore": H, "Canberra": H}),
        ("The plane landed in Gander on its way to Boston.", {"Gander": H, "Boston": U}),
        ("The plane stopped in Gander on its way to Boston.", {"Gander": H, "Boston": U}),
        ("The minister stopped to greet villagers in Kisumu before driving on to Eldoret.", {"Kisumu": H, "Eldoret": H}),
    ),
    "then": (
        ("President Ezra Lund will visit Delhi, then travel to Agra.", {"Delhi": P, "Agra": P}),
        ("President Ezra Lund will spend four days in Delhi, then travel to Agra and Bangalore before flying home.", {"Delhi": P, "Agra": P, "Bengaluru": P}),
        ("Ann Reid is to open a school in Lusaka, then travel on to Harare.", {"Lusaka": P, "Harare": P}),
    ),
    "a way that is still to be broken": (
        ("Ann Reid left Algiers for New York on Tuesday. On the way she will stop in Paris for talks.", {"Algiers": H, "Paris": P, "New York City": U}),
        ("Ann Reid left Algiers for New York on Tuesday. She was to make a stopover in Paris.", {"Algiers": H, "Paris": P, "New York City": U}),
        ("Ann Reid returned to Jerusalem in the evening and planned to leave for Washington on Sunday after a stop in Cairo.", {"Jerusalem": H, "Cairo": P, "Washington": P}),
    ),
    "a town two days later": (
        ("Anna Lund will spend three days in Accra before heading to Dar es Salaam on March 29 and Lusaka two days later.", {"Accra": P, "Dar es Salaam": P, "Lusaka": P}),
    ),
    "princes and their namesakes": (
        ("Prince William flew from London to Boston on Tuesday.", {"London": H, "Boston": H}),
        ("Prince Albert arrived in Toronto on Monday. He goes on to Prince Albert on Friday.", {"Toronto": H, "Prince Albert": P}),
        ("The team flew from Prince George to Vancouver on Monday.", {"Prince George": H, "Vancouver": H}),
    ),
    "a way that goes on after a diversion": (
        ("A KLM flight from Detroit to Amsterdam was diverted to Halifax on Tuesday. The passengers will continue to Amsterdam on Wednesday evening.", {"Detroit": H, "Halifax": H, "Amsterdam": P}),
    ),
    "what a way is made in": (
        ("The children reached Lviv on Tuesday after a four-day journey by bus from Warsaw via Lublin.", {"Warsaw": H, "Lublin": H, "Lviv": H}),
    ),
    "a stop that is still to be made": (
        ("Anna Lund flew to Washington on Sunday. Lund will return to Manila on Saturday after a stop in Los Angeles.", {"Washington": H, "Los Angeles": P, "Manila": P}),
    ),
    "those who went along": (
        ("Egon Gerber was flown out of Moscow on Thursday with 15 others. A government plane took them to Ankara.", {"Moscow": H, "Ankara": H}),
    ),
    "a way that was broken": (
        ("Nadim Sharif travelled by train from Lahore to Rawalpindi on Tuesday, stopping to address crowds at Gujranwala, Gujrat and Jhelum.", {"Lahore": H, "Gujranwala": H, "Gujrat": H, "Jhelum": H, "Rawalpindi": H}),
        ("Anna Lund drove from Lyon to Paris on Monday, pausing for lunch in Auxerre.", {"Lyon": H, "Auxerre": H, "Paris": H}),
        ("A ferry sank off Zanzibar on Monday. Survivors were flown to Dar es Salaam.", {"Zanzibar": H, "Dar es Salaam": H}),
    ),
    "prisoners and patients": (
        ("Anna Lund, who is being treated at a clinic in Geneva, flew to Paris on Tuesday to help in the Middle East talks.", {"Geneva": H, "Paris": H}),
        ("Paul Grant was freed from a jail in Nakhon Pathom on Monday and taken to Bangkok, police said.", {"Nakhon Pathom": H, "Bangkok": H}),
        ("Anna Lund, who had been treated in a clinic in Geneva, came home to Oslo on Monday.", {"Geneva": H, "Oslo": H}),
        ("Paul Grant, an Australian who had been jailed in Bangkok, was flown to Brisbane on Monday.", {"Bangkok": H, "Brisbane": H}),
    ),
    "what is still to come": (
        ("Anna Lund, who travels to Brussels this evening, met reporters in Paris. She had come from London.", {"London": H, "Paris": H, "Brussels": P}),
        ("The pope is to celebrate Mass in Nicosia on Saturday and visit Lesbos on Sunday before returning to Rome that evening.", {"Nicosia": P, "Lesbos": P, "Rome": P}),
        ("The royal jet left Perth on Monday. It is due in London about 3 p.m.", {"Perth": H, "London": P}),
        ("After a stop in Dakar, the vice president heads to Luanda.", {"Dakar": H, "Luanda": U}),
        ("The Ukrainian president had arrived from Warsaw by train; he leaves for Paris later today.", {"Warsaw": H, "Paris": P}),
    ),
    "the town of the dateline": (
        ("LIMA, May 15 (AP) - Paraguayan President Luis Roca arrived on Wednesday on a two-day state visit. He flies on to Quito on Friday.", {"Lima": H, "Quito": P}),
        ("HANOI (AP) - Australian Prime Minister Ann Reid met her Vietnamese counterpart on Tuesday during a three-day visit. She flew in from Jakarta on Monday.", {"Jakarta": H, "Hanoi": H}),
        ("ROME (AP) - The ferry arrived at Olbia on Tuesday. It had left Genoa on Monday.", {"Genoa": H, "Olbia": H}),
        ("LONDON (AP) - The chancellor met party leaders during a tour of northern England. She arrived in Leeds on Monday.", {"Leeds": H}),
    ),
    "what is held at a place": (
        ("Prime Minister Ann Reid spoke at the Porto summit on Tuesday. She flew on to Madrid.", {"Porto": H, "Madrid": H}),
        ("Chancellor Klaus Ritter visited the Lisbon book fair before flying to Faro.", {"Lisbon": H, "Faro": H}),
        ("President Kalns attended the Geneva conference on Monday and left for Zurich.", {"Geneva": H, "Zürich": U}),
    ),
    "tours that somebody leaves on": (
        ("Foreign Minister Anna Berg left Oslo on Monday on an eight-day tour of Peru, Chile and Ecuador.", {"Oslo": H, "Peru": U, "Chile": U, "Ecuador": U}),
        ("Prime Minister Lund sets off on Friday on a three-nation tour of Kenya, Uganda and Rwanda.", {"Kenya": P, "Uganda": P, "Rwanda": P}),
        ("Prime Minister Ann Reid began her two-week trip in Geneva and had flown to Nigeria from Libreville.", {"Geneva": H, "Libreville": H, "Nigeria": H}),
    ),
    "where somebody comes from": (
        ("President Paul Berg, who came from a summit in Brunei, arrived in Hanoi on Monday.", {"Brunei": H, "Hanoi": H}),
        ("President Paul Berg arrived in Hanoi on Monday. He came from an Asia-Pacific summit in Brunei.", {"Brunei": H, "Hanoi": H}),
        ("From Rome, Chancellor Klaus Ritter is expected to travel to Athens.", {"Rome": P, "Athens": P}),
        ("Premier Chen Wu transited in Los Angeles on his way to Belize.", {"Los Angeles": H, "Belize": U}),
    ),
    "whom an office names": (
        ("Otto Kranz arrived in Juba. On Saturday Kranz is to continue to Nairobi.", {"Juba": H, "Nairobi": P}),
        ("The special envoy for Sudan, Otto Kranz, flew to Juba on Monday. Kranz will go on to Nairobi.", {"Juba": H, "Nairobi": P}),
        ("The Pope arrived in Quito on Sunday. He was greeted by President Rafael Mora. He will also visit Guayaquil before flying to La Paz.", {"Quito": H, "Guayaquil": P, "La Paz": P}),
        ("President Bill Stone, his wife Mary and daughter Ann visited Haiphong on Sunday. They left for Manila in the evening.", {"Haiphong": H, "Manila": U}),
    ),
    "broken off": (
        ("Prime Minister Harald Lund broke off a visit to Malta on Friday and flew home to Oslo.", {"Malta": H, "Oslo": H}),
        ("Chancellor Klaus Ritter curtailed a trip to Brazil on Tuesday and returned to Vienna.", {"Brazil": H, "Vienna": H}),
    ),
    "stops on a way told by its ends": (
        ("En route from Riga to Berlin, President Egils Kalns stopped in Warsaw.", {"Riga": H, "Warsaw": H, "Berlin": U}),
        ("Prime Minister Lund stopped off in Bogota en route from Lima to Caracas.", {"Lima": H, "Bogotá": H, "Caracas": U}),
        ("Anna Berg landed in Lima on Monday. She had flown in from Quito after an unscheduled detour to Piura.", {"Quito": H, "Piura": H, "Lima": H}),
    ),
    "here": (
        ("HARARE, May 14 (AP) - French envoy Paul Legrand left here for Lusaka on Monday.", {"Harare": H, "Lusaka": U}),
        ("HARARE, May 14 (AP) - French envoy Paul Legrand came to Harare on Monday from Lusaka. From here he will travel to Maputo.", {"Lusaka": H, "Harare": H, "Maputo": P}),
    ),
    "where somebody is told to be beside his name": (
        ("Secretary of State Warren Crist, in Jakarta for an Asian security meeting, flies to Hanoi on Saturday.", {"Jakarta": H, "Hanoi": P}),
        ("President Paul Berg, in Lima on a two-day visit, will travel to Quito on Friday.", {"Lima": H, "Quito": P}),
        ("Peace envoy Paul Lund shuttled between Oslo and Bergen last week. He flew to Geneva on Monday.", {"Oslo": H, "Bergen": H, "Geneva": H}),
    ),
    "where somebody is now": (
        ('Mokoena flew to Addis Ababa on Sunday. "We need doctors," said Mokoena, who is now in Nairobi.', {"Addis Ababa": H, "Nairobi": U}),
        ('"We need doctors," said Mokoena, who is now in Nairobi. She flew to Addis Ababa on Sunday.', {"Addis Ababa": H, "Nairobi": U}),
        ('"It was a success," said Premier Adeyemi, who is currently in Brazil. He toured Chile at the weekend.', {"Chile": H, "Brazil": U}),
        ("Foreign minister Erik Solheim left Oslo on Monday. Solheim, currently in Hanoi, said the talks would go on.", {"Oslo": H, "Hanoi": U}),
        ("Karlsson is already in Greenland; she took a plane from Copenhagen on Monday.", {"Copenhagen": H, "Greenland": U}),
        ("Now in Tbilisi, the cyclist Ruth Ames hopes to reach Tashkent in June.", {"Tbilisi": U, "Tashkent": "possible"}),
        ("Jansen is already in Kampala, where he flew on Saturday from Kigali.", {"Kigali": H, "Kampala": H}),
        ("The financier was in Hong Kong last week to see lenders and travelled to Taipei on Monday.", {"Hong Kong": H, "Taipei": H}),
    ),
    "where somebody was held": (
        ("British pilot Tom Reed, freed in Eritrea on the eve of his trial, arrived back in London late Monday.", {"Eritrea": H, "London": H}),
        ("Jailed in Laos for a year, the smuggler was put on a plane to Bangkok.", {"Laos": H, "Bangkok": U}),
        ("Two diplomats kicked out of Minsk returned to Riga on Monday.", {"Minsk": H, "Riga": H}),
        ("Police detained the smuggler at a hotel in Varna. He was then flown to Sofia.", {"Varna": H, "Sofia": H}),
        ("Detectives found the heiress in Paris. She had left Vienna without a word.", {"Vienna": H, "Paris": H}),
        ("After his release from a camp in Maiduguri, Omar Bello travelled to Jos.", {"Maiduguri": H, "Jos": H}),
    ),
    "what came before somebody moved": (
        ("After two years in Berlin, Nadia Karam came home to Beirut on Sunday.", {"Berlin": H, "Beirut": H}),
        ("The poet returned to Santiago on Monday after a long exile in Stockholm.", {"Stockholm": H, "Santiago": H}),
        ("Following a year's study in Kyoto, the potter went back to Leeds.", {"Kyoto": H, "Leeds": H}),
        ("After an operation in Havana, the president returned to Caracas on Monday.", {"Havana": H, "Caracas": H}),
        ("Following a draw in Basel, the side travelled to Milan by coach.", {"Basel": H, "Milan": H}),
        ("The Dutch minister, who arrives from southern Africa where she visited Malawi and Zambia, will meet officials in Nairobi on Friday.", {"Malawi": H, "Zambia": H, "Nairobi": P}),
        ("A tug usually docked in Duluth will sail to Marquette in July.", {"Duluth": H, "Marquette": P}),
    ),
    "what is said and done on a tour": (
        ("Speaking in Izmir, Yilmaz promised new schools. He had travelled from Ankara in the morning.", {"Ankara": H, "İzmir": H}),
        ('Macleod left Edinburgh on Sunday. "It is a scandal," she told a crowd in Inverness on Monday.', {"Edinburgh": H, "Inverness": H}),
        ('"No deal," Ivanov told journalists at Sofia airport before he flew to Brussels.', {"Sofia Airport": H, "Brussels": H}),
        ("Walker Ram Joshi, who began his march in Kochi, said in Mysuru on Tuesday that the rain would not stop him.", {"Kochi": H, "Mysuru": H}),
        ("The archbishop said Mass in Medellin on Sunday and travels to Cali today.", {"Medellín": H, "Cali": P}),
        ("The pope was given a warm welcome in Riga after he arrived from Vilnius.", {"Vilnius": H, "Riga": H}),
        ("Suarez has seen investors in Milan and is travelling to Vienna.", {"Milan": H, "Vienna": U}),
        ("Interviewed in Reykjavik on Tuesday, the sailor said she would leave for Nuuk at the weekend.", {"Reykjavík": H, "Nuuk": P}),
    ),
    "the present tense of what is to come": (
        ("The band flew to Oslo on Monday and play in Bergen on Friday.", {"Oslo": H, "Bergen": P}),
        ("The pianist, who arrived in Prague on Tuesday, performs in Brno on Saturday.", {"Prague": H, "Brno": P}),
        ("The Springboks flew to Dublin on Sunday and face Wales in Cardiff on Saturday.", {"Dublin": H, "Cardiff": P}),
        ("The Cranes beat Kenya in Nairobi on Saturday and travel to Kampala on Thursday.", {"Nairobi": H, "Kampala": P}),
    ),
    "what has been done before what is to come": (
        ("Finance Minister Luis Prado, who is in Rome today, will fly to Tokyo on Sunday, after having completed a trip to France and Poland.", {"France": H, "Poland": H, "Rome": H, "Tokyo": P}),
        ("Anna Berg will return to Oslo on Friday after having visited Lima and Quito.", {"Lima": H, "Quito": H, "Oslo": P}),
    ),
    "what somebody will go to see": (
        ("President Ezer Weiz will spend two days in Lima, then go to Cuzco to see Machu Picchu and Puno.", {"Lima": P, "Cusco": P, "Machupicchu": P, "Puno": P}),
    ),
    "what comes after that": (
        ("The prime minister flew to Lima on Monday, after which he goes to Quito.", {"Lima": H, "Quito": P}),
        ("PORT-AU-PRINCE, Haiti (AP) - Former President Jimmy Karter arrived in Haiti on Saturday at the head of a team of three. The trio had flown from Miami.", {"Miami": H, "Port-au-Prince": H}),
        ("TUZLA, Bosnia, May 15 (AP) - Hillary Reed flew into this muddy air base in northeast Bosnia on Monday from Ramstein, Germany.", {"Ramstein Air Base": H, "Tuzla": H}),
    ),
    "the country of the dateline": (
        ("DOHA, May 15 (AP) - A rebel delegation has arrived in Qatar to sign an accord. The group flew from Kabul aboard an aircraft.", {"Kabul": H, "Doha": H}),
        ("TUNIS, May 15 (AP) - Spanish Foreign Minister Ana Prado arrived in Tunisia on Tuesday from Malta. She will go on to Algiers.", {"Malta": H, "Tunis": H, "Algiers": P}),
        ("WASHINGTON, May 15 (AP) - Marshal Jo Myong, who stopped in San Francisco on the way here, left Washington on Sunday. He was flying home through Beijing.", {"San Francisco": H, "Washington": H, "Beijing": U}),
        ("Pope Francis touched down in Vilnius on Saturday to begin a visit to Lithuania, his 25th Apostolic Visit outside Italy.", {"Vilnius": H}),
    ),
    "this town": (
        ("POZA RICA, Mexico, May 15 (AP) - Senator Luis Prado held a rally in this oil town on Wednesday. He had driven from Xalapa.", {"Xalapa de Enríquez": H, "Poza Rica de Hidalgo": H}),
        ("GDANSK, Poland, May 15 (AP) - Pope John arrived in this Baltic port city on Sunday from Warsaw.", {"Warsaw": H, "Gdańsk": H}),
        ("AMMAN, May 15 (AP) - The Israeli foreign minister, David Levin, was shaking hands with Crown Prince Hassan here on Monday. He will fly to Cairo on Friday.", {"Amman": H, "Cairo": P}),
    ),
    "plans that hang on others": (
        ("Prime Minister Harald Lund was expected to go to Kampala from Nairobi for talks, then return to Kigali.", {"Nairobi": P, "Kampala": P, "Kigali": P}),
        ("Tomorrow Ms Berg goes to Cairo to brief the king before flying on to Tunis.", {"Cairo": P, "Tunis": P}),
    ),
    "who is meant": (
        ("President Paul Berg met King Otto in Havana. Otto, who arrived from Oslo on Monday, is on a trip that takes him next to Lima.", {"Oslo": H, "Havana": H, "Lima": P}),
        ("Israeli Foreign Minister Eli Baum leaves for Nairobi on Sunday, from where he will continue to Kampala.", {"Nairobi": P, "Kampala": P}),
    ),
    "on a visit somewhere": (
        ("Foreign Minister Anna Berg is in Kenya on an official visit.", {"Kenya": H}),
        ("Finance Minister Pablo Rojas was in Spain on the second leg of a tour of Europe. He flies to Rome on Friday.", {"Spain": H, "Rome": P}),
        ("Foreign Minister Anna Berg, in Kenya on a two-day visit, said the talks went well.", {"Kenya": H}),
        ("PARIS, May 15 - Oil Minister Salim Badri, here on a three-day visit, said prices would hold.", {"Paris": H}),
        ("PARIS, May 15 - Crown Prince Hakim of Brunei, who is here on an official visit, met the premier on Monday.", {"Paris": H}),
        ("ANKARA, May 15 - Foreign Minister Lars Holm is due here tomorrow from Cairo for his first visit to Turkey.", {"Cairo": P, "Ankara": P}),
    ),
    "on a visit now, whatever comes next": (
        ("Trade Minister Ana Gil said she was glad. Ana Gil is on a visit to Chile and flies to Peru tomorrow.", {"Chile": H, "Peru": P}),
        ("Tom Vance told reporters so on Monday. Vance is in Hanoi after stops in Beijing and Seoul.", {"Beijing": H, "Seoul": H, "Hanoi": H}),
        ("Undersecretary Carl Voss will visit Tokyo next week. He is the first U.S. official to visit Japan since March.", {"Tokyo": P}),
        ("Anna Berg will visit Chile on Friday. She is the first premier to visit the country of Peru, too.", {"Chile": P, "Peru": P}),
        ("CAIRO, May 15 - Oil Minister Mana Saleh arrived in Alexandria last night for a visit to Egypt.", {"Alexandria": H}),
    ),
    "where the news is written": (
        ("LONDON, May 15 - King Badr of Jordan began a four-day state visit on Monday. He flew from Amman.", {"Amman": H, "London": H}),
        ("LAGOS, May 15 - Foreign Minister Luis Ruiz, on a two-day visit, told reporters that all went well.", {"Lagos": H}),
        ("BONN, May 15 - Chancellor Inge Falk ended a three-day visit on Monday with a speech in Gdansk.", {"Gdańsk": H}),
        ("LAGOS, May 15 - The vice minister, Makoto Kubo, flew in from Tokyo for the talks.", {"Tokyo": H, "Lagos": H}),
        ("PARIS, May 15 - Lyle Tanner did not expect a deal to be reached during Premier Anil Rao's visit here this week.", {"Paris": P}),
        ("Anna Berg visits Peru this week.", {"Peru": P}),
        ("Ana Gil, on a tour of Peru and Chile, promised more aid.", {"Peru": H, "Chile": H}),
    ),
    "what was not done while there, and what is to come": (
        ("Bankers said there are no plans for Minister Bo Lind to meet them during his trip to Quito on Friday.", {"Quito": P}),
        ("No deal was signed during Minister Bo Lind's visit to Quito on Monday.", {"Quito": H}),
        ("Nobody met Minister Bo Lind during his visit to Quito on Monday.", {"Quito": H}),
        ("Ken Sato would take an offer with him when he visits Quito later in the month.", {"Quito": P}),
        ("The announcement of Ana Gil's visit to Peru was made on Monday.", {"Peru": P}),
        ("Joan Hall visited several farms near Denver prior to talks in Boston.", {"Denver": H}),
    ),
    "what is over, and what firms do": (
        ("Minister Bo Lind will be in Paris on Friday. Prices are low, despite his recent visit to Riyadh.", {"Riyadh": H, "Paris": P}),
        ("BONN, May 15 - Minister Bo Lind met the premier. Diplomats in Bonn said Lind would leave tomorrow for Zurich.", {"Bonn": P, "Zürich": P}),
        ("Mary Trent left the West German capital on Monday and flew to Moscow.", {"Moscow": H}),
        ("BANGKOK, May 15 - Trade Minister Mike Dunn, here on a three-day visit after talks in Lima, said so.", {"Bangkok": H}),
    ),
    "what was not done on the way": (
        ("Mr Osei did not speak to reporters during his trip to Accra on Monday. He then flew to Lagos.", {"Accra": H, "Lagos": H}),
        ("Anna Berg refused to answer questions during her visit to Warsaw.", {"Warsaw": H}),
        ("Trade Minister Bo Lind will not meet the premier during his visit to Madrid on Friday.", {"Madrid": P}),
    ),
    "what is due in a country reached": (
        ("Yesterday Mr Rojas travelled to the United States. He was due to hold talks in Boston today before travelling to Chicago.", {"United States": H, "Boston": P, "Chicago": P}),
        ("The envoy flew to Kenya on Monday and was scheduled to address students in Nairobi on Thursday.", {"Kenya": H, "Nairobi": P}),
    ),
    "names": (
        ("Energy Secretary John Hollis arrived in Rabat on Monday after a tour of the Gulf.", {"Rabat": H}),
        ("The singer Mara Quill visited her sister Florence in Oslo on Sunday.", {"Oslo": H}),
        ("A ferry arrived from Cork on Monday, with two others arriving in May, June and September.", {"Cork": H}),
        ("Jill Marsh flew from Cork to Ilkley in West Yorkshire on Monday.", {"Cork": H, "Ilkley": H}),
        ("A visit to London by King Badr of Saudi Arabia began on Monday.", {"London": H}),
        ("The second jet made its first scheduled flight to Vienna on Monday.", {"Vienna": H}),
        ("The president landed in Dar es Salaam on Monday and flew on to Sharm el-Sheikh.", {"Dar es Salaam": H, "Sharm el-Sheikh": H}),
        ("The minister drove in a black Mercedes to Chester.", {"Chester": H}),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [row for rows in TOURS.values() for row in rows])
def test_a_tour_is_told(text, told):
    read = tell(text)
    assert stops(read) == list(told)
    assert {name: stop(read, name).status for name in told} == told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Anna Lund is to spend Friday in Lille, Saturday in Liege and Sunday in Bonn.", {"Lille": "2024-05-17", "Liège": "2024-05-18", "Bonn": "2024-05-19"}),
        ("Trade envoy Jim Muir has returned to Oslo ahead of a June 1 deadline.", {"Oslo": ""}),
        ("Trade envoy Jim Muir arrived in Oslo on Monday before a May 30 summit of the premiers.", {"Oslo": "2024-05-13"}),
        ("Tom Vance leaves on Saturday on a trip to the Far East. Vance will also stop in Hong Kong.", {"Hong Kong": ""}),
        ("Anna Lund goes on to Brussels tomorrow and to Geneva on Friday.", {"Brussels": "2024-05-16", "Geneva": "2024-05-17"}),
        ("Anna Lund flew to Lima on Monday and then Quito.", {"Lima": "2024-05-13", "Quito": ""}),
    ],
)  # fmt: skip
def test_each_stop_has_the_day_that_stands_beside_it(text, days):
    read = tell(f"{text} She left Oslo on Sunday." if "is to" in text else text)
    assert {n: "".join(w.edtf for w in stop(read, n).arrive) for n in days} == days


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Anna Berg has been to Hanoi twice this year for talks on the debt. She arrived in Seoul on Monday.",
        "Anna Berg, who has visited Hanoi four times since the war, travelled to Seoul on Monday.",
    ],
)
def test_what_is_counted_was_done_before(text):
    assert {name: stop(tell(text), name).status for name in ("Hanoi", "Seoul")} == {"Hanoi": "past", "Seoul": H}


def test_a_day_before_a_name_is_no_part_of_it():
    assert [j.traveller for j in tell("Yesterday Ritter drove from Bonn to Kiel. Today Ritter flies to Graz.").journeys] == [
        "Ritter"
    ]


def test_a_programme_of_one_place_is_no_tour():
    assert not tell("Senator Carla Diaz is scheduled to speak on Friday in Ames.").journeys


def test_who_does_what_a_preposition_tells_of_is_meant_by_he():
    text = "Director Noboru Hata said so. The official spoke of Prime Minister Ken Sato easing the row when he visits Oslo on May 29."
    assert [j.traveller for j in tell(text).journeys] == ["Ken Sato"]


@pytest.mark.parametrize(
    "text",
    [
        "Penguin Air <PNG>, flying commercial routes in some 20 cities in Texas, Florida and the Bahamas, sued a rival.",
        "<Gull Wing Air Inc>, which flies to Boston, Miami and Nassau, sued a rival.",
        "Beginning in May the firm's plane will fly twice a week to Guam.",
        "The energy support payment will arrive in Wales this winter.",
        "Mr Drake said he would have to revisit his plans for the school in Leeds.",
        "The carrier will fly three daily flights out of Memphis to Dallas.",
        "Prime Minister Andreas Pappas has withdrawn a request to Washington to close a base.",
        "Nike has announced plans to leave Russia. The company said it would close its stores.",
    ],
)
def test_firms_and_their_services_make_no_journey(text):
    assert not tell(text).journeys


@pytest.mark.parametrize(
    ("text", "traveller"),
    [
        ("Howard Beck noted President Reid's invitation to Premier Ivan Petrov to visit Canada.", "Ivan Petrov"),
        ("Ivan Petrov accepted President Reid's invitation to visit Ottawa in June.", "Ivan Petrov"),
        ("Premier Ken Sato spoke on Monday. Asked if he planned to visit Peru, Bo Lind said he would decide later.", "Bo Lind"),
    ],
)
def test_who_is_invited_or_asked_is_who_goes(text, traveller):
    assert [j.traveller for j in tell(text).journeys] == [traveller]


@pytest.mark.parametrize(
    "listed",
    [
        "Stops include Lisbon, Porto and Vigo.",
        "Stops on the tour will include Lisbon, Porto and Vigo.",
        "The stops are Lisbon, Porto and Vigo.",
        "Other stops will be Lisbon, Porto and Vigo.",
        "Among the stops are Lisbon, Porto and Vigo.",
    ],
)
def test_the_stops_of_a_tour_are_listed_without_its_owner(listed):
    told = tell(f"Minister Anna Berg set off on Monday on a tour. {listed}")
    assert statuses(told) == {"Lisbon": "planned", "Porto": "planned", "Vigo": "planned"}
    assert len(legs(told)) == 2


@pytest.mark.parametrize("ports", ["Her ports of call include", "Ports of call will include", "The next ports of call are"])
def test_ports_of_call_are_stops(ports):
    told = tell(f"The cruise ship Aurora left Lisbon on Monday. {ports} Porto and Vigo.")
    assert statuses(told) == {"Lisbon": "happened", "Porto": "planned", "Vigo": "planned"}


@pytest.mark.parametrize("before", ["Its previous stops were", "Earlier stops included", "Its previous ports of call included"])
def test_previous_stops_come_before(before):
    assert stops(tell(f"The cruise ship Aurora arrived in Lisbon on Monday. {before} Porto and Vigo.")) == [
        "Porto",
        "Vigo",
        "Lisbon",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bus stops include Linz and Graz.",
        "The line is new. Stops include Linz and Graz.",
        "The most popular destinations are Linz and Graz.",
    ],
)
def test_stops_of_a_line_are_nobodys(text):
    assert stops(tell(f"Minister Anna Berg arrived in Vienna on Monday. {text}")) == ["Vienna"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Anna Berg visited Rome. A bus runs to the sea. Stops include Ostia and Anzio.", {"Rome": H}),
        ("Anna Berg flew to Rome. The port's ports of call include Genoa and Naples.", {"Rome": H}),
        ("Anna Berg is on tour. Bob Lee flew to Oslo. Stops include Bergen and Voss.", {"Oslo": H}),
        ("The president cancelled his trip to Europe. Stops would have included Paris and Rome.", {"Europe": "denied"}),
        ("Anna Berg made a trip to Rome. Popular stops include Venice and Florence.", {"Rome": H}),
        ("Anna Berg flew to Leeds on a trip. Stops on the line include York and Selby.", {"Leeds": H}),
    ],
)
def test_other_stops_are_none_of_the_tour(text, told):
    assert statuses(tell(text)) == told


def test_a_tour_in_capitals_is_a_plan_too():
    assert statuses(tell("ANNA BERG STARTS TOUR FRIDAY. STOPS INCLUDE OSLO AND BERGEN.")) == {"Oslo": P, "Bergen": P}


@pytest.mark.parametrize(
    "who", ["The band will play", "Anna Berg will play", "The orchestra performs", "Minister Anna Berg is to speak"]
)
def test_who_is_to_be_in_several_towns_on_several_days_is_on_tour(who):
    told = tell(f"{who} in Oslo on Friday, Stockholm on Sunday and Helsinki on Tuesday.")
    assert statuses(told) == {"Oslo": P, "Stockholm": P, "Helsinki": P}
    assert [(a, b) for a, b, _ in legs(told)] == [("Oslo", "Stockholm"), ("Stockholm", "Helsinki")]


@pytest.mark.parametrize("what", ["The film opens", "Elections will be held", "Rain is expected", "The committee meets"])
def test_what_takes_place_in_several_towns_is_no_tour(what):
    assert not tell(f"{what} in Oslo on Friday and in Bergen on Saturday.").journeys
