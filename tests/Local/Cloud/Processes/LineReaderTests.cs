using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Processes;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("one\ntwo", "one|two")]
    [InlineData("one\r\n\r\ntwo\r\n", "one||two")]
    [InlineData("10 %\r50 %\r100 %\ndone\n", "10 %\r50 %\r100 %|done")]
    public async Task Lines_come_as_they_were_written_but_for_their_ends(string text, string lines)
    {
        var read = new List<string>();

        await LineReader.ReadAsync(new StringReader(text), read.Add);

        string.Join('|', read).ShouldBe(lines);
    }

    [Fact]
    public async Task A_line_that_is_too_long_comes_in_pieces()
    {
        var read = new List<string>();

        await LineReader.ReadAsync(new StringReader(new string('x', 10_000) + "\n"), read.Add);

        read.Select(line => line.Length).ShouldBe([8192, 10_000 - 8192]);
    }
}
