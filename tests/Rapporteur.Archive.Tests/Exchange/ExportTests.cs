using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Parquet;
using Rapporteur.Archive.Exchange;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Rapporteur.Statements;
using Xunit;
using Record = Rapporteur.Records.Record;

namespace Rapporteur.Archive.Tests.Exchange;

public sealed class ExportTests
{
    private static readonly Article Page = new("""
        Norway imposed sanctions on Belarus on Monday.

        "The boats will stay in port," Alma Duarte, the harbour minister, told reporters on Tuesday. She accused Otto Brandt of breaking the deal.

        Duarte will hold a meeting with Brandt on December 20, her office said.
        """)
    { Id = "page", Outlet = "The Skerry Post", Published = new PublicationDate(new DateOnly(2021, 12, 14)), Url = "https://skerry.example/1", Title = "Boats, \"deals\"\nand a comma" };

    private static Record PageRecord => Record.From(Reader.English.Read(Page));

    private static ArticleDraft Draft => new ArticleDraft { Name = "a", Url = "https://a.example/1", Title = "Weir" }
        .Say("Ana Rui", "we must talk to Bo", SpeechAct.Demand, to: "Bo Tarn").Say("Bo Tarn", "no \u0001 never", SpeechAct.Reject, to: "Ana Rui");

    [Fact]
    public void A_record_that_was_exported_as_a_line_is_read_back_as_it_was()
    {
        foreach (var record in new[] { PageRecord, Draft.Record() })
        {
            var line = Export("jsonl", record).TrimEnd('\n');
            Assert.Equal(line, Encoding.UTF8.GetString(Record.FromJson(Encoding.UTF8.GetBytes(line)).ToJson()));
        }
    }

    [Fact]
    public async Task Parquet_and_CSV_say_the_same()
    {
        using var stream = new MemoryStream(Bytes("parquet", PageRecord, Draft.Record()));
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var rows = Export("csv", PageRecord, Draft.Record()).Split("\r\n");
        var columns = rows[0].Split(',');
        Assert.Equal(columns, reader.Schema.DataFields.Select(field => field.Name));
        Assert.Equal(rows.Length - 2, group.RowCount);
        Assert.Equal(typeof(double), reader.Schema.DataFields[Array.IndexOf(columns, "score")].ClrType);
        foreach (var name in columns)
        {
            var field = reader.Schema.DataFields[Array.IndexOf(columns, name)];
            var expected = StatementTable.Columns.Single(column => column.Name == name);
            var statements = new[] { PageRecord, Draft.Record() }.SelectMany(record => StatementTable.Rows(record, null)).ToList();
            if (expected is StatementTable.NumberColumn numbers)
            {
                var values = new double[group.RowCount];
                await group.ReadAsync<double>(field, values, cancellationToken: TestContext.Current.CancellationToken);
                Assert.Equal(statements.Select(numbers.Value), values);
            }
            else
            {
                var values = new string?[group.RowCount];
                await group.ReadAsync(field, values, cancellationToken: TestContext.Current.CancellationToken);
                Assert.Equal(statements.Select(expected.Text), values);
            }
        }
    }

    [Fact]
    public void Parquet_of_nothing_is_a_table_without_rows()
    {
        var bytes = Bytes("parquet");
        Assert.Equal("PAR1"u8, bytes.AsSpan(0, 4));
        Assert.Equal("PAR1"u8, bytes.AsSpan(bytes.Length - 4));
    }

    [Fact]
    public void The_same_records_give_the_same_bytes_in_every_format() =>
        Assert.All(RecordExports.All, format => Assert.Equal(Bytes(format.Name, PageRecord, Draft.Record()), Bytes(format.Name, PageRecord, Draft.Record())));

    [Fact]
    public void A_graph_says_who_speaks_of_whom_how_often_and_how()
    {
        var graph = XDocument.Parse(Export("graphml", Draft.Record(), Draft.Record()));
        XNamespace space = "http://graphml.graphdrawing.org/xmlns";
        var edges = graph.Descendants(space + "edge").Select(edge => (
            (string?)edge.Attribute("source"), (string?)edge.Attribute("target"),
            string.Join(' ', edge.Elements(space + "data").Select(data => $"{((string)data.Attribute("key")!)["edge_".Length..]}={data.Value}"))));
        Assert.Equal([("ana rui", "bo tarn", "statements=2 quoted=2 act_demand=2"), ("bo tarn", "ana rui", "statements=2 quoted=2 act_reject=2")], edges);
        var keys = graph.Descendants(space + "key").Select(key => (string)key.Attribute("id")!).ToHashSet();
        Assert.All(graph.Descendants(space + "data"), data => Assert.Contains((string)data.Attribute("key")!, keys));
    }

    [Fact]
    public void Who_is_only_described_is_no_node()
    {
        var graph = Export("gexf", new ArticleDraft().Say("Ana Rui", "we stay", to: "the other side").Say("the council", "no", to: "Ana Rui").Record());
        Assert.Equal(["Ana Rui"], XDocument.Parse(graph).Descendants(XName.Get("node", "http://gexf.net/1.3")).Select(node => (string?)node.Attribute("label")));
    }

    [Fact]
    public void The_order_of_the_records_does_not_show_in_a_graph()
    {
        Assert.Equal(Export("gexf", PageRecord, Draft.Record()), Export("gexf", Draft.Record(), PageRecord));
        var nodes = XDocument.Parse(Export("gexf", PageRecord)).Descendants(XName.Get("node", "http://gexf.net/1.3")).Select(node => (string?)node.Attribute("label"));
        Assert.Contains("Alma Duarte", nodes);
        Assert.Contains("Otto Brandt", nodes);
    }

    [Fact]
    public void A_claim_for_review_says_who_where_and_when_and_leaves_the_finding_open()
    {
        var claim = JsonNode.Parse(Export("claimreview", PageRecord).Split('\n')[0])!;
        Assert.Equal(("ClaimReview", "page#s1"), ((string?)claim["@type"], (string?)claim["identifier"]));
        Assert.Equal(("Person", "Alma Duarte"), ((string?)claim["itemReviewed"]!["author"]!["@type"], (string?)claim["itemReviewed"]!["author"]!["name"]));
        Assert.Contains("The boats will stay in port", (string?)claim["claimReviewed"], StringComparison.Ordinal);
        Assert.Equal("https://skerry.example/1", (string?)claim["itemReviewed"]!["appearance"]!["url"]);
        Assert.Null(claim["reviewRating"]!["ratingValue"]);
        Assert.True(claim.AsObject().ContainsKey("datePublished"));
    }

    [Fact]
    public void Speakers_without_a_name_make_no_claim_and_no_node()
    {
        var record = Draft.Record();
        record = record with { Statements = [.. record.Statements.Select(s => s with { Speaker = s.Speaker! with { Anonymous = new RecordAnonymity(null) } })] };
        Assert.Empty(Export("claimreview", record));
        Assert.DoesNotContain("<node ", Export("gexf", record), StringComparison.Ordinal);
    }

    [Fact]
    public void Statements_are_named_as_the_archive_names_them()
    {
        using var stream = new MemoryStream();
        var export = RecordExports.Named("csv")!.Create(stream);
        export.Write(Draft.Record(), 17);
        export.Complete();
        Assert.Contains(",17#s2,direct,Bo Tarn,", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static string Export(string format, params Record[] records) => Encoding.UTF8.GetString(Bytes(format, records));

    private static byte[] Bytes(string format, params Record[] records)
    {
        using var stream = new MemoryStream();
        var export = RecordExports.Named(format)!.Create(stream);
        foreach (var record in records) export.Write(record);
        export.Complete();
        return stream.ToArray();
    }
}
