using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Shapes.Models;

namespace Sluice.Shapes.Mirrors;

/// <summary>Finds types that mirror structures of a model: hand-written ones of their names, in any case.</summary>
internal static class DeclaredTypes
{
    public static bool MayBe(SyntaxNode node) => node is RecordDeclarationSyntax or ClassDeclarationSyntax or StructDeclarationSyntax;

    public static DeclaredType Of(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var name = ((TypeDeclarationSyntax)context.Node).Identifier;
        return new DeclaredType(name.ValueText, Place.Of(name));
    }

    public static IEnumerable<Fault> Faults(ServiceShapes service, IEnumerable<DeclaredType> types)
    {
        var structures = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var structure in service.Structures)
        {
            structures[structure.Name] = structure.Name;
        }

        return types.Where(type => structures.ContainsKey(type.Name)).Select(type => new Fault(
            Shapes.Faults.Mirror, type.Place, $"{type.Name} mirrors the structure {structures[type.Name]} of {service.Service}'s model; use {service.Namespace}.{structures[type.Name]}."));
    }
}
