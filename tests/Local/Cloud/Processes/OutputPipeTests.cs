using System.Collections.Concurrent;
using System.Diagnostics;
using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Processes;

public sealed class OutputPipeTests
{
    [Theory]
    [InlineData("whole\n", "whole")]
    [InlineData("begun", "begun")]
    [InlineData("one\n\ntwo", "one||two")]
    [InlineData("", "")]
    public async Task All_that_was_written_is_told_before_the_wait_is_over(string text, string lines)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux gives the other end of a pipe.");
        using var program = Cat();
        var told = new ConcurrentQueue<string>();
        var pipe = new OutputPipe(program.StandardOutput, told.Enqueue);
        for (var time = 0; time < 20; time++)
        {
            told.Clear();
            await program.StandardInput.WriteAsync(text + "\0");
            await program.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            await program.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);

            await pipe.ReadSoFarAsync(TimeProvider.System);

            string.Join('|', told).ShouldBe(lines);
        }

        program.StandardInput.Close();
        await pipe.Ended;
        await pipe.ReadSoFarAsync(TimeProvider.System);
    }

    [Fact]
    public async Task A_mark_behind_the_longest_line_is_found()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux gives the other end of a pipe.");
        using var program = Cat();
        var told = new ConcurrentQueue<string>();
        var pipe = new OutputPipe(program.StandardOutput, told.Enqueue);
        for (var length = 8192 - 40; length <= 8192 + 40; length++)
        {
            told.Clear();
            await program.StandardInput.WriteAsync(new string('x', length) + "\0");
            await program.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            await program.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);

            await pipe.ReadSoFarAsync(TimeProvider.System);

            string.Concat(told).ShouldBe(new string('x', length));
        }

        program.StandardInput.Close();
        await pipe.Ended;
    }

    /// <summary>Writes what it is given, without the zeros, and says so on its other output.</summary>
    private static Process Cat() => Process.Start(new ProcessStartInfo("bash", ["-c", "while IFS= read -r -d '' text; do printf %s \"$text\"; echo said >&2; done"])
    {
        UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;
}
