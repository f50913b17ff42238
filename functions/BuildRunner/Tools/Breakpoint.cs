namespace Sluice.BuildRunner.Tools;

/// <summary><c>codebuild-breakpoint</c>: waits until <c>codebuild-resume</c> is called. Without a session to debug in it is passed, as in CodeBuild.</summary>
/// <param name="isEnabled">Whether there is such a session.</param>
/// <param name="gate">Opened by the other.</param>
/// <param name="resume">The other, with its path: who calls it is not in the build's shell.</param>
/// <param name="log">Tells whoever watches the build.</param>
internal sealed class Breakpoint(bool isEnabled, BreakpointGate gate, string resume, Action<string> log) : ITool
{
    public string Name => "codebuild-breakpoint";

    public async Task<ToolAnswer> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (!isEnabled)
        {
            return new ToolAnswer("", $"{Name}: passed; the build was started without a debug session\n");
        }

        log($"Paused at a breakpoint in {call.Folder} until {resume} is called");
        await gate.WaitAsync(cancellationToken);
        log("Resumed");
        return new ToolAnswer("");
    }
}
