using System.Text.RegularExpressions;

namespace Sluice.Packages.Formats.PyPi.Names;

/// <summary>What the name of a file says: wheels have PEP 427's, sources PEP 625's or an older one.</summary>
/// <param name="Text">As it is.</param>
/// <param name="Kind">By its end.</param>
/// <param name="Project">The normalised name.</param>
/// <param name="Version">Which version.</param>
/// <param name="Python">Of which Python it is, as a wheel's tag says it; <c>source</c> for sources.</param>
internal sealed partial record PyFileName(string Text, PyFileKind Kind, string Project, PyVersion Version, string Python)
{
    /// <summary>What is expected of a file's name, for messages.</summary>
    public const string Expected = "NAME-VERSION-PYTHON-ABI-PLATFORM.whl (with a build number after the version, if there is one) or NAME-VERSION.tar.gz (or .zip)";

    private const string WheelEnd = ".whl";
    private const int Longest = 255;
    private static readonly (string End, PyFileKind Kind)[] Sources = [(".tar.gz", PyFileKind.TarSource), (".zip", PyFileKind.ZipSource)];

    /// <summary>What PyPI calls the kind.</summary>
    public string PackageType => Kind is PyFileKind.Wheel ? "bdist_wheel" : "sdist";

    /// <summary>The media type.</summary>
    public string MediaType => Kind is PyFileKind.TarSource ? "application/x-tar" : "application/zip";

    /// <summary>What a file's name says.</summary>
    /// <param name="text">The name.</param>
    /// <param name="project">The normalised name of the project whose file it is.</param>
    /// <returns>Null if it is no name of a wheel or source of the project.</returns>
    public static PyFileName? Read(string text, string project)
    {
        if (text.Length > Longest || !Characters().IsMatch(text))
        {
            return null;
        }

        if (text.EndsWith(WheelEnd, StringComparison.Ordinal))
        {
            return Wheel(text, project);
        }

        var (end, kind) = Sources.FirstOrDefault(source => text.EndsWith(source.End, StringComparison.Ordinal));
        return end is null ? null : Source(text, text[..^end.Length], kind, project);
    }

    private static PyFileName? Wheel(string text, string project)
    {
        var parts = text[..^WheelEnd.Length].Split('-');
        return parts.Length is 5 or 6 && parts.All(part => part.Length > 0) && (parts.Length == 5 || char.IsAsciiDigit(parts[2][0]))
            && PyName.Normalised(parts[0]) == project && PyVersion.Read(parts[1]) is { } version
                ? new PyFileName(text, PyFileKind.Wheel, project, version, parts[^3])
                : null;
    }

    /// <summary>Both the name and the version may have a dash in older ones: it is the project's name that tells where one ends.</summary>
    private static PyFileName? Source(string text, string stem, PyFileKind kind, string project)
    {
        for (var dash = stem.IndexOf('-', StringComparison.Ordinal); dash > 0; dash = stem.IndexOf('-', dash + 1))
        {
            if (PyName.Normalised(stem[..dash]) == project && PyVersion.Read(stem[(dash + 1)..]) is { } version)
            {
                return new PyFileName(text, kind, project, version, "source");
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._+!-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Characters();
}
