using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Shapes.Tests;

/// <summary>A project with models and sources, and what the generator makes of it.</summary>
internal sealed class Generation
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly CSharpParseOptions _language = new(LanguageVersion.Latest);
    private GeneratorDriver _driver;
    private CSharpCompilation _before;

    public Generation(IReadOnlyList<AdditionalText> files, params IEnumerable<string> sources)
    {
        _before = CSharpCompilation.Create(
            "Project",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, _language, $"Source{index}.cs", cancellationToken: TestContext.Current.CancellationToken)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            [new ShapesGenerator().AsSourceGenerator()], files, _language, new ModelOptions(Path.GetFileName(files[0].Path).Split('.')[0]), new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        (Compilation, Diagnostics) = Run();
    }

    public Compilation Compilation { get; private set; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    public IReadOnlyList<SourceText> Sources => [.. Result.GeneratedSources.Select(one => one.SourceText)];

    /// <summary>A model of one operation <c>Do</c>, whose input has these shapes' members.</summary>
    public static Generation Of(string members, string shapes = "", params IEnumerable<string> sources) => new([Model(members, shapes)], sources);

    public static TextFile Model(string members, string shapes = "") => new("/models/small.json", Text(members, shapes));

    public static string Text(string members, string shapes = "") => $$$"""
        {
          "metadata": { "serviceId": "Small" },
          "operations": { "Do": { "name": "Do", "input": { "shape": "DoInput" } } },
          "shapes": { "DoInput": { "type": "structure", "members": { {{{members}}} } }{{{(shapes.Length == 0 ? "" : $", {shapes}")}}} }
        }
        """;

    public static TextFile Suite(string file) => new(file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", file)));

    /// <summary>The errors and warnings of all sources, the generated ones too.</summary>
    public IEnumerable<string> Faults() => Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Concat(Diagnostics)
        .Where(one => one.Severity >= DiagnosticSeverity.Warning).Select(one => one.ToString());

    public string Source(string end) => Result.GeneratedSources.Single(one => one.HintName.EndsWith(end, StringComparison.Ordinal)).SourceText.ToString();

    /// <summary>The project as it is made when a source is added.</summary>
    public void Add(string source)
    {
        _before = _before.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, _language, "Added.cs", cancellationToken: TestContext.Current.CancellationToken));
        (Compilation, Diagnostics) = Run();
    }

    /// <summary>The project as it is made when a file is another.</summary>
    public void Replace(AdditionalText old, AdditionalText fresh)
    {
        _driver = _driver.ReplaceAdditionalText(old, fresh);
        (Compilation, Diagnostics) = Run();
    }

    public IEnumerable<IncrementalStepRunReason> Reasons(string step) => Result.TrackedSteps[step].SelectMany(one => one.Outputs).Select(output => output.Reason);

    private (Compilation, IReadOnlyList<Diagnostic>) Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_before, out var after, out var diagnostics, TestContext.Current.CancellationToken);
        return (after, diagnostics);
    }
}
