using System.Text;
using Sluice.BuildRunner.Logs;
using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Tests.Shells;

public sealed class OutputPumpTests
{
    private const int Block = 16 * 1024;
    private readonly StringBuilder _shown = new();

    private IReadOnlyList<string> Lines => _shown.ToString().TrimEnd('\n').Split('\n');

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

        string.Concat(Lines).ShouldBe($"{before}***{new string('y', Block)}next");
    }

    [Fact]
    public async Task A_secret_of_several_lines_is_masked_though_each_of_them_is_too_short_to_be()
    {
        await PumpAsync("a\nb1\nc2\nd3\nz\n", "b1\nc2\nd3");

        string.Join('|', Lines).ShouldNotContain("c2");
        Lines[0].ShouldBe("a");
        Lines[^1].ShouldBe("z");
    }

    [Fact]
    public async Task A_secret_that_is_cut_off_by_the_end_of_the_output_is_not_shown()
    {
        await PumpAsync("it is s3cr3t/val", "s3cr3t/value");

        Lines.ShouldBe(["it is ***"]);
    }

    [Fact]
    public async Task Marks_are_taken_out_with_the_empty_line_that_they_bring_and_lines_come_before_they_are_told()
    {
        var told = new List<string>();

        await PumpAsync("one\n\n\nMARK 0\ntwo\nMARK 3\n MARK 4\r\n\r\nlast", "secret", status => told.Add($"{status} after {_shown}"));

        Lines.ShouldBe(["one", "", "two", " MARK 4\r", "\r", "last"]);
        told.ShouldBe(["0 after one\n\n", "3 after one\n\ntwo\n"]);
    }

    [Fact]
    public async Task A_mark_in_the_middle_of_a_long_line_is_none()
    {
        var told = 0;

        await PumpAsync($"{new string('x', Block)}MARK 0\n", "secret", _ => told++);

        told.ShouldBe(0);
        Lines.ShouldBe([$"{new string('x', Block)}MARK 0"]);
    }

    [Fact]
    public async Task Marks_are_found_however_the_output_comes_cut()
    {
        const string text = "one\n\nMARK 0\n\n\ntwo\nMARK 7\n\nMARK 0\nthree";
        for (var cut = 1; cut < text.Length; cut++)
        {
            var (shown, told) = (new StringBuilder(), new List<int>());
            var output = new CommandOutput(new SecretMask([]), bytes => shown.Append(Encoding.UTF8.GetString(bytes)), () => shown.Append(shown.Length > 0 && shown[^1] is not ('\n' or '|') ? "\n|" : "|"));

            await new OutputPump("MARK", output, told.Add).RunAsync(new PiecewiseStream(Encoding.UTF8.GetBytes(text), cut));

            shown.ToString().ShouldBe("one\n|\n\ntwo\n||three\n|", $"cut at {cut}");
            told.ShouldBe([0, 7, 0]);
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_come_out_as_they_went_in()
    {
        var bytes = Enumerable.Range(0, 4096).Select(i => (byte)(i * 7)).Append((byte)'\n').ToArray();
        using var shown = new MemoryStream();

        await new OutputPump("MARK", new CommandOutput(new SecretMask([]), shown.Write, () => { }), _ => { }).RunAsync(new MemoryStream(bytes));

        shown.ToArray().ShouldBe(bytes);
    }

    private Task PumpAsync(string text, string secret, Action<int>? ended = null)
    {
        var output = new CommandOutput(new SecretMask([secret]), bytes => _shown.Append(Encoding.UTF8.GetString(bytes)), EndLine);
        return new OutputPump("MARK", output, ended ?? (_ => { })).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    private void EndLine() => _ = _shown.Length > 0 && _shown[^1] != '\n' ? _shown.Append('\n') : _shown;

    /// <summary>Gives what it has in two pieces.</summary>
    private sealed class PiecewiseStream(byte[] content, int cut) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(Position < cut ? buffer[..Math.Min(buffer.Length, cut - (int)Position)] : buffer, cancellationToken);
    }
}
