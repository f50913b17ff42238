namespace Sluice.BuildRunner.Tools;

/// <summary><c>codebuild-resume</c>: lets the build go on.</summary>
internal sealed class Resume(BreakpointGate gate) : ITool
{
    public string Name => "codebuild-resume";

    public Task<ToolAnswer> RunAsync(ToolCall call, CancellationToken cancellationToken) =>
        Task.FromResult(gate.Open() > 0 ? new ToolAnswer("") : throw new ToolException("the build does not wait at a breakpoint."));
}
