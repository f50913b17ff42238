using Sluice.BuildContract;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Configuration;
using Sluice.BuildRunner.Tools;
using Sluice.BuildRunner.Tools.Serving;

namespace Sluice.BuildRunner.Runs;

/// <summary>Sets up the tools that a build's commands can call.</summary>
internal static class BuildTools
{
    public static ToolServer Serve(ToolFolder folder, ToolSettings settings, Workspace workspace, RunnerPorts ports)
    {
        var tree = new SourceTree(workspace.Folders.Source, workspace.Folders.Control);
        var gate = new BreakpointGate();
        return new ToolServer(
            folder,
            [
                new HashFiles(tree), new GlobSearch(tree), new TestsSearch(), new TestsSplit(settings.Shard, settings.Durations),
                new Breakpoint(settings.DebugSession, gate, Path.Combine(folder.Bin, "codebuild-resume"), said => ports.Log.Status(PhaseType.Build, said)), new Resume(gate),
            ],
            ports.Time);
    }
}
