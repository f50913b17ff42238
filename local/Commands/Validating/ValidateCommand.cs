using System.CommandLine;
using System.Text.Json;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Validating;

/// <summary><c>validate</c>: checks pipelines, buildspecs and appspecs together before anything runs. Exit codes: 0 nothing is wrong; 1 something is; 2 wrong usage.</summary>
internal static class ValidateCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var files = new Argument<string[]>("FILE")
        {
            Description = "Pipelines (JSON as aws codepipeline prints and takes it), buildspecs and appspecs, or a folder (default: pipeline.json, NAME.pipeline.json, buildspec.yml and appspec.yml of this folder, and what the pipelines name)",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("validate", "Check pipelines, buildspecs and appspecs together, before anything runs") { files };
        command.SetAction((parsed, stop) => options.RunIfThereAsync(parsed, (suite, isNamed) => RunAsync(parsed.GetValue(files) ?? [], Directory.GetCurrentDirectory(), suite, isNamed, options.IsJson(parsed), stop)));
        return options.AddTo(command);
    }

    /// <param name="given">Files, or one folder.</param>
    /// <param name="current">The folder that they are relative to.</param>
    /// <param name="suite">Who is asked for what they name; null for nobody.</param>
    /// <param name="isNamed">Whether the user has named it.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="UsageException">A file is not there, or none is.</exception>
    public static async Task<ValidationReport> CheckAsync(IReadOnlyList<string> given, string current, SuiteClient? suite, bool isNamed, CancellationToken stop)
    {
        var (folder, found) = FolderDocuments.Of(given, current);
        var facts = suite is null ? null : new FactReader(suite, isNamed);
        var reading = new DocumentReading(found.Any(document => document.Kind == DocumentKind.Pipeline) ? await TypesOfSuite.AskAsync(suite, stop) : TypesOfSuite.Unasked);
        var report = await new Validation(folder, reading, needed => facts?.AskAsync(needed, stop) ?? Task.FromResult(SuiteFacts.Nothing)).RunAsync(found);
        return FolderDocuments.IsFolder(given, current) ? report with { Findings = [.. Twins.Faults(folder).Select(Finding.Of), .. report.Findings] } : report;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> given, string current, SuiteClient? suite, bool isNamed, bool isJson, CancellationToken stop)
    {
        var report = await CheckAsync(given, current, suite, isNamed, stop);
        await using var output = new HarmlessWriter(Console.Out);
        var look = Look.OfOutput();
        if (isJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(report, WireJson.Indented));
        }
        else
        {
            foreach (var row in ValidationRows.Of(report))
            {
                await (look.Colours ? Console.Out : output).WriteLineAsync(HarmlessText.Of(row.Written(look.Colours), look.Colours));
            }
        }

        return report.Findings.Any(finding => finding.Severity == FindingSeverity.Error) ? ExitCodes.Refused : ExitCodes.Succeeded;
    }
}
