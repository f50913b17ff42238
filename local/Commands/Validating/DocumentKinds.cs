using System.Text;
using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>Tells what a file is: by its name if it is one of the usual ones, else by what stands at its top.</summary>
internal static class DocumentKinds
{
    /// <summary>What is said to a file that is none of them.</summary>
    public const string Expected = "it cannot be told what this is; expected a pipeline (stages), a buildspec (phases) or an appspec (Resources)";

    private static readonly (DocumentKind Kind, string[] Members)[] Signs =
    [
        (DocumentKind.Pipeline, ["pipeline", "stages", "artifactStore", "artifactStores"]),
        (DocumentKind.Buildspec, ["phases", "batch", "artifacts", "env"]),
        (DocumentKind.AppSpec, ["Resources", "Hooks", "os", "files"]),
    ];

    public static DocumentKind Of(string name, byte[] content) => ByName(name) is var kind and not DocumentKind.Unknown ? kind : ByContent(name, content);

    /// <summary>By the name alone.</summary>
    public static DocumentKind ByName(string name)
    {
        var file = Path.GetFileName(name);
        var stem = Path.GetFileNameWithoutExtension(file);
        return Path.GetExtension(file) is not (".json" or ".yml" or ".yaml") ? DocumentKind.Unknown
            : stem is "pipeline" || stem.EndsWith(".pipeline", StringComparison.Ordinal) ? DocumentKind.Pipeline
            : stem is "buildspec" ? DocumentKind.Buildspec
            : stem is "appspec" ? DocumentKind.AppSpec
            : DocumentKind.Unknown;
    }

    private static DocumentKind ByContent(string name, byte[] content)
    {
        try
        {
            var members = (DocumentReader.Parse(name, Encoding.UTF8.GetString(content)) as MappingNode)?.Members.Select(member => member.Name).ToList() ?? [];
            return Signs.FirstOrDefault(sign => sign.Members.Any(member => members.Contains(member, StringComparer.OrdinalIgnoreCase))).Kind;
        }
        catch (InvalidDocumentException)
        {
            return DocumentKind.Unknown;
        }
    }
}
