using Sluice.Local.Cloud.Functions.Packages;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Ends processes of code that no version has any more, as soon as they have nothing to do, and removes packages that neither a version nor a process has.</summary>
internal sealed class UnusedCode(FunctionStore store, PackageStore packages, FunctionFleet fleet, FunctionEditor editor, Unattended unattended)
{
    /// <summary>What is still in use by processes goes at a later call.</summary>
    public void Remove()
    {
        fleet.RetireOutdated();
        unattended.Try("The removal of packages that nothing uses", () => editor.WhenQuiet(() => packages.Keep(Used())));
    }

    private HashSet<string> Used() =>
        [.. store.All.SelectMany(function => function.Versions.Append(function.Latest)).Select(version => version.Package.Sha256), .. fleet.Packages];
}
