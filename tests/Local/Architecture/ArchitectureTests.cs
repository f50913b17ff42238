using Sluice.Tests.Architecture;

namespace Sluice.Local.Tests.Architecture;

/// <summary>Which part of the code may use which, read from the compiled assemblies.</summary>
public sealed class ArchitectureTests
{
    private static readonly CompiledAssembly Suite = CompiledAssembly.Beside("sluice");

    [Fact]
    public void The_engine_has_one_direction()
    {
        var folders = FolderGraph.Nested(Suite, "Sluice.Local.StateMachines");

        folders.Circles().ShouldBeEmpty();
        folders.Upwards("Time", "Values", "Evaluation", "Paths", "Intrinsics", "Templates", "Choices", "Tasks", "Definitions", "Histories", "Journaling", "Running", FolderGraph.Root).ShouldBeEmpty();
    }
}
