using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Tests.Shells;

public sealed class OutputPumpTests
{
    private const int Block = 16 * 1024;
    private readonly List<string> _lines = [];

    [Theory]
    [InlineData(-11)]
    [InlineData(-4)]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task A_secret_at_the_end_of_a_block_of_the_log_is_not_shown_in_two_halves(int from)
    {
        const string secret = "s3cr3t/value";
        var before = new string('x', Block + from);

        await PumpAsync($"{before}{secret}{new string('y', Block)}\nnext\n", secret);

        string.Concat(_lines).ShouldBe($"{before}***{new string('y', Block)}next");
        _lines.ShouldAllBe(line => line.Length <= Block);
    }

    [Fact]
    public async Task A_secret_of_several_lines_is_masked_though_each_of_them_is_too_short_to_be()
    {
        await PumpAsync("a\nb1\nc2\nd3\nz\n", "b1\nc2\nd3");

        string.Join('|', _lines).ShouldNotContain("c2");
        _lines[0].ShouldBe("a");
        _lines[^1].ShouldBe("z");
    }

    [Fact]
    public async Task A_secret_that_is_cut_off_by_the_end_of_the_output_is_not_shown()
    {
        await PumpAsync("it is s3cr3t/val", "s3cr3t/value");

        _lines.ShouldBe(["it is ***"]);
    }

    [Fact]
    public async Task Marks_are_taken_out_with_the_empty_line_that_they_bring_and_lines_come_before_they_are_told()
    {
        var told = new List<string>();

        await PumpAsync("one\n\n\nMARK 0\ntwo\nMARK 3\n MARK 4\r\n\r\nlast", "secret", status => told.Add($"{status} after {_lines.Count}"));

        _lines.ShouldBe(["one", "", "two", " MARK 4", "", "last"]);
        told.ShouldBe(["0 after 2", "3 after 3"]);
    }

    [Fact]
    public async Task A_mark_in_the_middle_of_a_long_line_is_none()
    {
        var told = 0;

        await PumpAsync($"{new string('x', Block)}MARK 0\n", "secret", _ => told++);

        told.ShouldBe(0);
        _lines.ShouldBe([new string('x', Block), "MARK 0"]);
    }

    private Task PumpAsync(string text, string secret, Action<int>? ended = null)
    {
        var output = new CommandOutput(new SecretMask([secret]), _lines.Add);
        return new OutputPump("MARK", output, ended ?? (_ => { })).RunAsync(new StringReader(text));
    }
}
