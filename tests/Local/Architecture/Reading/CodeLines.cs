using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>How many lines of source have code in them, as the symbols beside an assembly say.</summary>
internal static class CodeLines
{
    /// <returns>By the outermost type's full name; those without code are left out.</returns>
    public static IReadOnlyDictionary<string, int> Beside(string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll");
        using var file = new PEReader(File.OpenRead(path));
        file.TryOpenAssociatedPortablePdb(path, File.OpenRead, out var provider, out _).ShouldBeTrue($"{assembly} has no symbols");
        using var symbols = provider;
        var (metadata, points) = (file.GetMetadataReader(), symbols!.GetMetadataReader());
        var lines = from handle in metadata.TypeDefinitions
                    from method in metadata.GetTypeDefinition(handle).GetMethods()
                    from point in points.GetMethodDebugInformation(method).GetSequencePoints()
                    where !point.IsHidden
                    from line in Enumerable.Range(point.StartLine, point.EndLine - point.StartLine + 1)
                    select (Type: Outermost(metadata, metadata.GetTypeDefinition(handle)), Line: line);
        return lines.Distinct().GroupBy(one => one.Type).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }

    private static string Outermost(MetadataReader metadata, TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } outer
        ? Outermost(metadata, metadata.GetTypeDefinition(outer))
        : $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
