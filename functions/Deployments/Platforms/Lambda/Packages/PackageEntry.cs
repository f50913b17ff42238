namespace Sluice.Deployments.Platforms.Lambda.Packages;

/// <summary>A file in a package: its path and its Unix mode (0 if the zip does not say).</summary>
internal readonly record struct PackageEntry(string Name, int Mode)
{
    private const int AnyExecute = 0b001_001_001;

    public bool IsExecutable => (Mode & AnyExecute) != 0;
}
