namespace Rapporteur.Desk.Tests.Views;

/// <summary>Articles about one harbour, written for the tests of views: two outlets, three speakers, some of the same words.</summary>
internal static class Harbour
{
    /// <summary>An open desk that holds them.</summary>
    public static async Task<OpenDesk> Open()
    {
        var desk = await OpenDesk.Start();
        foreach (var article in Articles) desk.Add(article);
        return desk;
    }

    private static Article[] Articles =>
    [
        new(
            """
            QUILLON -- Foreign Minister Ilse Marten of Talvia promised on Thursday to open the harbour of Quillon to every ship that carries grain.

            "We will open the harbour to every ship that carries grain, and we will keep it open through the winter," Marten told reporters in Quillon.

            Marten accused France of delaying the talks. "France has promised us much and has done nothing at all," she said.

            Oda Brandt, the mayor of Quillon, warned that the piers may not hold. "Nobody has looked at these piers since the great storm," Brandt said.
            """)
        {
            Title = "Talvia to reopen Quillon harbour", Outlet = "Meridian Wire", Published = Published("2024-05-02"), Url = "https://meridian.example/harbour",
        },
        new(
            """
            Ilse Marten, the foreign minister of Talvia, promised on Thursday to reopen the harbour of Quillon.

            "We will open the harbour to every ship that carries grain," Marten told reporters in Quillon.

            The mayor, Oda Brandt, was less sure of it. "Nobody has looked at those piers since the great storm," Brandt said.

            "We will believe it when we see the ships," said Jon Rask, a fisherman in Quillon.
            """)
        {
            Title = "Quillon harbour may open again, says Talvia", Outlet = "Tidewater Post", Published = Published("2024-05-02"), Url = "https://tidewater.example/quillon",
        },
        new(
            """
            Talvia will not open the harbour of Quillon to every ship, Foreign Minister Ilse Marten said on Sunday.

            "I promise that we will not open the harbour of Quillon to every ship that carries grain," Marten told the Senate.

            Jon Rask, a fisherman, thanked Oda Brandt for her warning. "Brandt was right about the piers," Rask said.
            """)
        {
            Title = "Talvia changes course on Quillon harbour", Outlet = "Meridian Wire", Published = Published("2024-06-09"), Url = "https://meridian.example/course",
        },
    ];

    private static PublicationDate Published(string day) => PublicationDate.TryParse(day, out var date) ? date : throw new ArgumentException("no day", nameof(day));
}
