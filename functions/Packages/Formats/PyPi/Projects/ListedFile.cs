using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>A file of a project, and where it is to be had: kept, or outside.</summary>
/// <param name="File">As pages list it.</param>
internal sealed record ListedFile(PyFile File)
{
    /// <summary>The version that has it; null if it is not kept.</summary>
    public FoundVersion? Kept { get; init; }

    /// <summary>Where it is outside; null if it is kept.</summary>
    public OutsidePlace? Outside { get; init; }

    /// <summary>What is kept of it; null if it is not kept.</summary>
    public StoredAsset? Asset => Kept?.Version.Asset(File.Name);
}
