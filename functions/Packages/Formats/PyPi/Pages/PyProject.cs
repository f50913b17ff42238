using Sluice.Packages.Formats.PyPi.Names;

namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>A project with all of its files, wherever they are.</summary>
/// <param name="Name">Normalised.</param>
/// <param name="Files">By version, then by name.</param>
internal sealed record PyProject(string Name, IReadOnlyList<PyFile> Files)
{
    /// <summary>Its versions, the oldest first.</summary>
    public IReadOnlyList<string> Versions { get; } = [.. Files.Select(file => file.Version).Distinct(StringComparer.Ordinal)];

    /// <summary>The files in the order in which they are shown.</summary>
    public static IReadOnlyList<PyFile> InOrder(IEnumerable<PyFile> files)
    {
        var all = files.ToList();
        var order = all.Select(file => file.Version).Distinct(StringComparer.Ordinal).ToDictionary(text => text, PyVersion.Read, StringComparer.Ordinal);
        return [.. all.OrderBy(file => order[file.Version], Comparer<PyVersion?>.Default).ThenBy(file => file.Version, StringComparer.Ordinal).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>The newest version that people should take: a release if there is one, one that is not yanked if there is one. Null if there are no files.</summary>
    public string? Newest => Files.GroupBy(file => file.Version).Select(files => (Version: files.Key, IsYanked: files.All(file => file.Yanked is not null), IsEarly: PyVersion.Read(files.Key)?.IsEarly ?? true))
        .Select((version, at) => (version.Version, version.IsYanked, version.IsEarly, At: at))
        .OrderBy(version => version.IsYanked).ThenBy(version => version.IsEarly).ThenByDescending(version => version.At).Select(version => version.Version).FirstOrDefault();
}
