using Sluice.BuildRunner.Tools.Serving;

namespace Sluice.BuildRunner.Tests.Tools.Serving;

public sealed class ToolServerTests
{
    [Fact]
    public async Task Several_at_once_each_get_their_own_answer()
    {
        await using var fixture = new ToolFixture();
        foreach (var n in Enumerable.Range(0, 20))
        {
            fixture.Source.Write($"f{n}", "");
        }

        var (status, output, error) = await fixture.RunAsync("for n in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19; do (test \"$(codebuild-glob-search f$n)\" = f$n && echo ok || echo wrong) & done; wait");

        (status, error).ShouldBe((0, ""));
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(Enumerable.Repeat("ok", 20));
    }

    [Fact]
    public async Task A_tool_whose_program_has_ended_does_not_wait()
    {
        await using var fixture = new ToolFixture(serve: false);
        File.Delete(Path.Combine(fixture.Control, "tools", ToolScripts.Alive));

        (await fixture.RunAsync("codebuild-glob-search x")).ShouldBe((1, "", "codebuild-glob-search: the build's program does not answer.\n"));
        Directory.Delete(Path.Combine(fixture.Control, "tools"), recursive: true);
        (await fixture.RunAsync("codebuild-hash-files x")).ShouldBe((1, "", "codebuild-hash-files: the build's program does not answer.\n"));
    }

    /// <summary>With a sleep that does not sleep, so that a minute without a beat passes at once.</summary>
    [Fact]
    public async Task A_tool_whose_program_was_killed_gives_up()
    {
        await using var fixture = new ToolFixture(serve: false);
        fixture.Source.Write("fast/sleep", "#!/bin/sh\nexit 0\n");

        (await fixture.RunAsync("chmod 755 fast/sleep; PATH=$PWD/fast:$PATH; codebuild-glob-search x")).ShouldBe((1, "", "codebuild-glob-search: the build's program does not answer.\n"));
    }

    [Fact]
    public async Task A_breakpoint_is_passed_without_a_session()
    {
        await using var fixture = new ToolFixture();

        (await fixture.RunAsync("codebuild-breakpoint && echo on")).ShouldBe((0, "on\n", "codebuild-breakpoint: passed; the build was started without a debug session\n"));
    }

    [Fact]
    public async Task A_breakpoint_holds_until_the_build_is_resumed()
    {
        await using var fixture = new ToolFixture(session: true);
        (await fixture.RunAsync("codebuild-resume")).ShouldBe((1, "", "codebuild-resume: the build does not wait at a breakpoint.\n"));
        var build = fixture.RunAsync("codebuild-breakpoint && echo on");
        var said = await fixture.Said.Task;

        build.IsCompleted.ShouldBeFalse();
        said.ShouldStartWith("Paused at a breakpoint in ");
        (await fixture.RunAsync(said.Split(' ').Single(word => word.EndsWith("/codebuild-resume", StringComparison.Ordinal)))).ShouldBe((0, "", ""));
        (await build).ShouldBe((0, "on\n", ""));
    }

    [Fact]
    public async Task The_end_of_the_build_ends_those_that_wait()
    {
        await using var fixture = new ToolFixture(session: true);
        var build = fixture.RunAsync("codebuild-breakpoint || echo given up");
        await fixture.Said.Task;

        await fixture.EndServerAsync();
        Directory.Delete(Path.Combine(fixture.Control, "tools"), recursive: true);

        (await build).Output.ShouldBe("given up\n");
    }

    [Fact]
    public async Task A_pipe_among_the_calls_holds_nobody()
    {
        await using var fixture = new ToolFixture();
        fixture.Source.Write("x", "");

        (await fixture.RunAsync($"mkfifo {fixture.Control}/tools/1.request; codebuild-glob-search x")).ShouldBe((0, "x\n", ""));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("1\0/src\0tool\0", false)]
    [InlineData("1\0/src\0tool\0arg", false)]
    [InlineData("1\0/src\0tool\0arg\0", true)]
    [InlineData("0\0/src\0tool\0", true)]
    [InlineData("x\0/src\0tool\0", false)]
    [InlineData("99999999999\0/src\0", false)]
    public void A_call_is_taken_when_it_is_whole(string bytes, bool isWhole) => (ToolRequest.Read(System.Text.Encoding.UTF8.GetBytes(bytes)) is not null).ShouldBe(isWhole);

    [Fact]
    public async Task Any_argument_arrives_as_it_is()
    {
        await using var fixture = new ToolFixture();

        (await fixture.RunAsync("codebuild-glob-search '' ' ' 'a\nb' '$(ls)' \"it's\" 'ü*'")).Error.ShouldContain("no files were found for '', ' ', 'a\nb', '$(ls)', 'it's', 'ü*' in ");
    }

    /// <summary>As in a container that has a shell and nothing else.</summary>
    [Fact]
    public async Task A_shell_is_all_that_the_scripts_need()
    {
        await using var fixture = new ToolFixture();
        fixture.Source.Write("x y", "");

        var (status, output, error) = await fixture.RunAsync("codebuild-glob-search '*'; codebuild-tests-run --files-search \"codebuild-glob-search '*'\" --test-command 'printf \"<%s>\"'", "/bin/sh", path: "/nowhere");

        (status, output).ShouldBe((0, "x y\n<x y>"), error);
    }
}
