using Sluice.BuildRunner.Buildspecs;
using Sluice.Deployments.AppSpecs;
using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>Files of which a source may have one alone.</summary>
internal static class Twins
{
    public static IEnumerable<Fault> Faults(SourceFolder folder)
    {
        if (BuildspecFile.Names.Where(folder.Names.Contains).ToList() is { Count: > 1 } found)
        {
            yield return new Fault(found[1], 0, "", $"There are two buildspecs, {string.Join(" and ", found)}; keep one of them.") { Weight = FaultWeight.Foreseen };
        }

        if (AppSpecSearch.Among(folder.Names) is { Count: > 1 } specs)
        {
            yield return new Fault(specs[1], 0, "", $"the repository has {string.Join(" and ", specs)}; expected one of them") { Weight = FaultWeight.Foreseen };
        }
    }
}
