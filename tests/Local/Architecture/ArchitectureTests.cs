using Sluice.Tests.Architecture;

namespace Sluice.Local.Tests.Architecture;

/// <summary>Which part of the code may use which, read from the compiled assemblies.</summary>
public sealed class ArchitectureTests
{
    private static readonly CompiledAssembly Suite = CompiledAssembly.Beside("sluice");

    [Fact]
    public void Commands_use_the_host_and_the_host_uses_the_cloud() =>
        FolderGraph.TopLevel(Suite, "Sluice.Local").Upwards(FolderGraph.Root, "Guarding", "StateMachines", "Cloud", "Host", "Commands").ShouldBeEmpty();

    [Fact]
    public void The_engine_has_one_direction()
    {
        var folders = FolderGraph.Nested(Suite, "Sluice.Local.StateMachines");

        folders.Circles().ShouldBeEmpty();
        folders.Upwards("Time", "Values", "Evaluation", "Paths", "Intrinsics", "Templates", "Choices", "Tasks", "Definitions", "Histories", "Journaling", "Running", FolderGraph.Root).ShouldBeEmpty();
    }

    [Fact]
    public void The_commands_have_one_direction() =>
        FolderGraph.TopLevel(Suite, "Sluice.Local.Commands").WithoutRoot().Upwards("Tallies", "Live", "Screens", "Narration", "Releases", "Keys", "Starting", "Serving", "Demos").ShouldBeEmpty();

    [Fact]
    public void The_host_has_no_circle() => FolderGraph.TopLevel(Suite, "Sluice.Local.Host").WithoutRoot().Circles().ShouldBeEmpty();

    [Fact]
    public void The_cloud_has_no_circle() => FolderGraph.TopLevel(Suite, "Sluice.Local.Cloud").WithoutRoot().Circles().ShouldBeEmpty();
}
