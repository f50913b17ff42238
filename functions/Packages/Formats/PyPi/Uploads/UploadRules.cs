using Sluice.Packages.Formats.PyPi.Archives;
using Sluice.Packages.Formats.PyPi.Names;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.PyPi.Uploads;

/// <summary>What is wrong with an upload: all of it at once, each with the form's own name for it. Pure.</summary>
internal static class UploadRules
{
    private const int LongestShown = 200;

    /// <summary>What the form and the file's name must be by themselves.</summary>
    public static IEnumerable<string> OfForm(UploadForm form)
    {
        if (form.Text(":action") is not (null or "file_upload"))
        {
            yield return $":action: file_upload is expected, not '{Shown(form.Text(":action"))}'";
        }

        if (form.Text("protocol_version") is not (null or "1"))
        {
            yield return $"protocol_version: 1 is expected, not '{Shown(form.Text("protocol_version"))}'";
        }

        var name = form.Text("name");
        if (name is null || !PyName.IsValid(name))
        {
            yield return $"name: {PyName.Expected} are expected, not '{Shown(name)}'";
        }

        if (PyVersion.Read(form.Text("version") ?? "") is null)
        {
            yield return $"version: {PyVersion.Expected} is expected, not '{Shown(form.Text("version"))}'";
        }

        if (form.Content is null)
        {
            yield return "content: a file is expected";
        }
    }

    /// <summary>What the file must be: what its name says, and what the form says of it.</summary>
    /// <param name="form">The form, in which nothing is wrong by itself.</param>
    /// <param name="file">What the file's name says; null if it says nothing.</param>
    /// <param name="blake2">The file's BLAKE2b-256; null if it was not asked for.</param>
    public static IEnumerable<string> OfFile(UploadForm form, PyFileName? file, string? blake2)
    {
        if (file is null || !Equals(file.Version, PyVersion.Read(form.Text("version")!)))
        {
            yield return $"content: a file of the name {PyFileName.Expected} is expected, with the name and version of the form, not '{Shown(form.FileName)}'";
        }
        else if (form.Text("filetype") is { } type && type != file.PackageType)
        {
            yield return $"filetype: {file.PackageType} is expected for '{file.Text}', not '{Shown(type)}'";
        }

        foreach (var (field, found) in Digests(form.Content!.Hashes, blake2))
        {
            if (form.Text(field) is { } expected && !expected.Trim().Equals(found, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{field}: the file has {found}, not '{Shown(expected)}'; was it changed on its way?";
            }
        }
    }

    /// <summary>What the metadata in the file must be: that of this file, and what the form says.</summary>
    public static IEnumerable<string> OfMetadata(UploadForm form, PyFileName file, CoreMetadata metadata)
    {
        if (metadata.Text("Metadata-Version") is null)
        {
            yield return "Metadata-Version: it is not in the metadata of the file";
        }

        if (metadata.Text("Name") is not { } name || !PyName.IsValid(name) || PyName.Normalised(name) != file.Project)
        {
            yield return $"name: the metadata in the file has '{Shown(metadata.Text("Name"))}', and '{file.Project}' is expected";
        }

        if (!Equals(PyVersion.Read(metadata.Text("Version") ?? ""), file.Version))
        {
            yield return $"version: the metadata in the file has '{Shown(metadata.Text("Version"))}', and '{file.Version}' is expected";
        }

        if (form.Text("requires_python") is { } wanted && wanted.Trim() != metadata.Text("Requires-Python"))
        {
            yield return $"requires_python: the metadata in the file has '{Shown(metadata.Text("Requires-Python"))}', not '{Shown(wanted)}'";
        }

        if (form.Fields.TryGetValue("requires_dist", out var told) && !told.Where(text => text.Length > 0).Select(Spaceless).Order(StringComparer.Ordinal).SequenceEqual(metadata.All("Requires-Dist").Select(Spaceless).Order(StringComparer.Ordinal)))
        {
            yield return "requires_dist: the metadata in the file has others";
        }
    }

    private static (string Field, string? Found)[] Digests(ContentHashes hashes, string? blake2) => [("md5_digest", hashes.Md5), ("sha256_digest", hashes.Sha256), ("blake2_256_digest", blake2)];

    private static string Spaceless(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string Shown(string? text) => text is null ? "" : text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
