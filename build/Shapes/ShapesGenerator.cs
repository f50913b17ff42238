using Microsoft.CodeAnalysis;
using Sluice.Shapes.Mirrors;
using Sluice.Shapes.Models;
using Sluice.Shapes.Operations;
using Sluice.Shapes.Writing;

namespace Sluice.Shapes;

/// <summary>Makes the wire shapes of the services whose models a project names, and the registry of the operations that it has.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ShapesGenerator : IIncrementalGenerator
{
    internal const string ServicesStep = "Services";
    internal const string NamesStep = "Names";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var services = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select((file, cancellationToken) => ModelFile.Of(file.Left, file.Right.GlobalOptions, cancellationToken))
            .Where(file => file is not null)
            .Collect()
            .SelectMany((files, _) => ModelInput.Of(files))
            .Select((input, _) => ModelReader.Read(input))
            .WithTrackingName(ServicesStep);
        var operations = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => DeclaredOperations.MayBe(node), DeclaredOperations.Of)
            .Where(operation => operation is not null)
            .Collect()
            .Select((all, _) => new EquatableList<DeclaredOperation>(all.OfType<DeclaredOperation>().GroupBy(operation => operation.FullName, StringComparer.Ordinal).Select(operation => operation.First())));
        var types = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => DeclaredTypes.MayBe(node), DeclaredTypes.Of)
            .Collect()
            .Select((all, _) => new EquatableList<DeclaredType>(all));

        context.RegisterSourceOutput(services, WriteShapes);
        // Without their places, so that the registry is not written again with each edit above a class.
        var names = operations.Select((all, _) => new EquatableList<string>(all.Select(operation => operation.FullName))).WithTrackingName(NamesStep);
        context.RegisterSourceOutput(services.Combine(names), (output, pair) => WriteRegistry(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(services.Collect().Combine(operations), (output, pair) => Report(output, OperationFaults.Of(pair.Left, pair.Right)));
        context.RegisterSourceOutput(services.Combine(types), (output, pair) => Report(output, DeclaredTypes.Faults(pair.Left, pair.Right)));
    }

    private static void WriteShapes(SourceProductionContext output, ServiceShapes service)
    {
        if (service.Fault is { } fault)
        {
            Report(output, [fault]);
            return;
        }

        output.AddSource($"{service.Service}.Shapes.g.cs", ShapeWriter.Write(service));
    }

    private static void WriteRegistry(SourceProductionContext output, ServiceShapes service, IEnumerable<string> classes)
    {
        if (service.Fault is null)
        {
            output.AddSource($"{service.Service}.Operations.g.cs", RegistryWriter.Write(service, classes));
        }
    }

    private static void Report(SourceProductionContext output, IEnumerable<Fault> faults)
    {
        foreach (var fault in faults)
        {
            output.ReportDiagnostic(fault.Diagnostic);
        }
    }
}
