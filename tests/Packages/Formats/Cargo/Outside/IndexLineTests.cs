using System.Diagnostics.CodeAnalysis;
using System.Text;
using Sluice.Packages.Formats.Cargo.Index;

namespace Sluice.Packages.Tests.Formats.Cargo.Outside;

public sealed class IndexLineTests
{
    private const string Line = """{"name":"demo","vers":"1.0.0","deps":[{"name":"json","package":"serde_json","req":"^1","kind":null},{"name":3},4],"cksum":"0000000000000000000000000000000000000000000000000000000000000000","features":{},"yanked":true,"v":2,"later":[]}""";

    [Fact]
    public void A_line_is_told_as_it_was_but_for_whether_it_is_yanked()
    {
        var line = IndexLine.Read(Encoding.UTF8.GetBytes(Line)).ShouldNotBeNull();

        (line.Name, line.Version, line.IsYanked, line.Dependencies.Single().Told).ShouldBe(("demo", "1.0.0", true, "normal json (serde_json) ^1"));
        Encoding.UTF8.GetString(line.ToBytes(yanked: true)).ShouldBe(Line);
        IndexLine.Read(line.ToBytes(yanked: false))!.IsYanked.ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"json\"", "\"\\ud800\"")]
    [InlineData("\"req\"", "\"name\"")]
    [InlineData("\"vers\"", "\"name\"")]
    public void Texts_that_are_none_and_names_that_come_twice_are_found_at_once(string there, string instead) => IndexLine.Read(Encoding.UTF8.GetBytes(Line.Replace(there, instead, StringComparison.Ordinal))).ShouldBeNull();

    /// <summary>Whatever a registry outside says.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [SuppressMessage("Security", "CA5394", Justification = "Tests repeat it.")]
    public void Whatever_comes_is_read_or_left_out(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Line);
            for (var count = random.Next(1, 4); count > 0; count--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (IndexLine.Read(bytes.AsSpan(0, random.Next(3) == 0 ? random.Next(bytes.Length) : bytes.Length)) is { } line)
            {
                line.ToBytes(yanked: false).ShouldNotBeEmpty();
                line.Dependencies.ShouldAllBe(dependency => dependency.Name.Length > 0);
            }
        }
    }
}
