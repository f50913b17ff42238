using System.Text;
using Sluice.Local.Commands.Validating;

namespace Sluice.Local.Tests.Commands.Validating;

/// <summary>Whatever stands in the files, there are findings or none, and never anything else.</summary>
public sealed class ValidationFuzzTests : IDisposable
{
    private const int Rounds = 600;
    private static readonly string[] Scraps = ["null", "[]", "{}", "0", "#{", "#{a.b}", "\u0000", "\uFFFD", "::", "*a", "&a ", "- ", ": ", "\t", "\"", "{{", "]]", "!!x ", "<<: ", "---\n", "1e999", "../../x", "\n\n"];
    private readonly ShopFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Garbage_is_told_and_nothing_falls_over()
    {
        var random = new Random(41);
        for (var round = 0; round < Rounds; round++)
        {
            FoundDocument[] found = [Document("pipeline.json", ShopFolder.Pipeline), Document("buildspec.yml", ShopFolder.Buildspec), Document("appspec.yml", ShopFolder.AppSpec), Document("appspec.json", "{\"version\": 0.0}")];
            var broken = found.Select(document => random.Next(3) == 0 ? document : document with { Content = Broken(document.Content, random) }).ToList();

            var report = await new Validation(new SourceFolder(_folder.Path), new DocumentReading(TypesOfSuite.Unasked), _ => Task.FromResult(SuiteFacts.Nothing)).RunAsync(broken);

            report.Findings.ShouldAllBe(finding => finding.Message.Length > 0 && finding.File.Length > 0);
            ValidationRows.Of(report).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Bytes_of_any_kind_are_taken_for_something()
    {
        var random = new Random(43);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Enum.IsDefined(DocumentKinds.Of(round % 2 == 0 ? "x.json" : "x", bytes)).ShouldBeTrue();
        }
    }

    private FoundDocument Document(string name, string text) => new(name, Path.Combine(_folder.Path, name), DocumentKinds.ByName(name), Encoding.UTF8.GetBytes(text));

    private static byte[] Broken(byte[] content, Random random)
    {
        var bytes = content.ToList();
        for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 10; changes--)
        {
            var at = random.Next(bytes.Count - 8);
            switch (random.Next(4))
            {
                case 0: bytes.RemoveRange(at, random.Next(1, Math.Min(60, bytes.Count - at))); break;
                case 1: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Scraps[random.Next(Scraps.Length)])); break;
                case 2: bytes[at] = (byte)random.Next(256); break;
                default: bytes.InsertRange(at, content.Skip(random.Next(content.Length)).Take(random.Next(1, 80))); break;
            }
        }

        return [.. bytes];
    }
}
