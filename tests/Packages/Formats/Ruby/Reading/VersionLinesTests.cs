using System.Diagnostics.CodeAnalysis;
using System.Text;
using Sluice.Packages.Formats.Ruby.Index;
using Sluice.Packages.Formats.Ruby.Reading;

namespace Sluice.Packages.Tests.Formats.Ruby.Reading;

public sealed class VersionLinesTests
{
    [Theory]
    [InlineData("created_at: x\n---\na 1 x\nb 2 x\na -1 y\n", "a 1 x\na -1 y\n")]
    [InlineData("---\na 1 x", "a 1 x\n")]
    [InlineData("---\n\n a\nb 1\n", "")]
    [InlineData("a 1 x\n", "")]
    [InlineData("", "")]
    public void Lines_of_gems_that_were_not_told_are_copied(string list, string copied)
    {
        var told = new HashSet<string> { "b" };
        using var bytes = new MemoryStream();

        VersionLines.Copy(Encoding.UTF8.GetBytes(list), bytes, told);

        Encoding.UTF8.GetString(bytes.ToArray()).ShouldBe(copied);
        told.Contains("a").ShouldBe(copied.Length > 0);
    }

    /// <summary>Whatever a registry outside says, lines are read or left out, and those that are copied are lines.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [SuppressMessage("Security", "CA5394", Justification = "Tests repeat it.")]
    public void Whatever_comes_is_read_or_left_out(int seed)
    {
        var random = new Random(seed);
        const string Alphabet = "ab1.-_ ,|:&>=~\n\0é---\n";
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            if (InfoLine.Read("demo", $"{text}|checksum:{new string('0', 64)}") is { } line)
            {
                line.Dependencies.ShouldAllBe(need => need.Name.Length > 0);
                line.File.Number.ShouldBe(line.Text.Split(' ')[0]);
            }

            using var bytes = new MemoryStream();
            VersionLines.Copy(Encoding.UTF8.GetBytes(text), bytes, []);
            (bytes.Length == 0 || bytes.ToArray()[^1] == '\n').ShouldBeTrue();
        }
    }
}
