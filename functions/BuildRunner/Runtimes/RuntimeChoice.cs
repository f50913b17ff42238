using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildRunner.Processes;

namespace Sluice.BuildRunner.Runtimes;

/// <summary>Picks, of what is installed, the tools that a buildspec's <c>runtime-versions</c> asks for; all that is missing is told at once, with what there is.</summary>
internal sealed class RuntimeChoice(IProcesses processes, IReadOnlyDictionary<string, string> machine, Action<string> tell)
{
    /// <returns>By the runtimes' names.</returns>
    /// <exception cref="SourceException">Some are not installed.</exception>
    public async Task<IReadOnlyDictionary<string, Toolchain>> PickAsync(IReadOnlyDictionary<string, string> wanted, CancellationToken cancellationToken)
    {
        var (picked, faults) = (new Dictionary<string, Toolchain>(StringComparer.Ordinal), new List<string>());
        foreach (var (runtime, version) in wanted)
        {
            var onPath = await new PathTools(processes, machine).FindAsync(runtime, cancellationToken);
            // What is on the PATH is what the machine's owner chose; of the rest the newest.
            var installed = new VersionManagers(machine).Of(runtime).ToList();
            if ((onPath is { } there && RuntimeVersion.Meets(there.Version, version) && version != "latest" ? there : RuntimeVersion.Newest(onPath is null ? installed : [onPath, .. installed], version, tool => tool.Version)) is { } found)
            {
                picked[runtime] = found;
                tell($"{runtime} {version} is {found.Version}{(found.Folder is null ? "" : $" in {found.Folder}")}");
            }
            else
            {
                var versions = installed.Select(tool => tool.Version).Concat(onPath is null ? [] : [$"{onPath.Version} (on the PATH)"]).Distinct().ToList();
                faults.Add($"phases.install.runtime-versions: {runtime} {version} is not installed; {(versions.Count == 0 ? $"there is no {runtime} at all" : $"there is {string.Join(", ", versions)}")}");
            }
        }

        return faults.Count == 0 ? picked : throw new SourceException("YAML_FILE_ERROR", string.Join('\n', faults));
    }
}
