using Rapporteur; Console.WriteLine(Reader.English.Identity);
