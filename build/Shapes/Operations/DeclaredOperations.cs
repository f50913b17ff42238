using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.Shapes.Operations;

/// <summary>Finds the classes that carry out operations.</summary>
internal static class DeclaredOperations
{
    /// <summary>Whether it may be one, as far as its text tells.</summary>
    public static bool MayBe(SyntaxNode node) =>
        node is ClassDeclarationSyntax { BaseList: not null } declared && !declared.Modifiers.Any(SyntaxKind.AbstractKeyword);

    /// <summary>The operation; null if it implements none.</summary>
    public static DeclaredOperation? Of(GeneratorSyntaxContext context, CancellationToken cancellationToken)
    {
        var declared = (ClassDeclarationSyntax)context.Node;
        return context.SemanticModel.GetDeclaredSymbol(declared, cancellationToken) is { } type && type.AllInterfaces.FirstOrDefault(IsOperation) is { } operation
            ? new DeclaredOperation(
                type.Name,
                type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                operation.TypeArguments[0].Name,
                operation.TypeArguments[1].Name,
                Place.Of(declared.Identifier))
            : null;
    }

    // What it takes and answers is not there yet when this is asked, so nothing is said of it.
    private static bool IsOperation(INamedTypeSymbol type) =>
        type is { Name: "IOperation", Arity: 2 } && type.ContainingNamespace.ToDisplayString() == "Sluice.Platform.Protocol";
}
