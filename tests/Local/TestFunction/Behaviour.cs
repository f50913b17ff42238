using System.Collections;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Sluice.TestFunction;

/// <summary>What a request can ask for.</summary>
internal static class Behaviour
{
    private static readonly List<IDisposable> Kept = [];
    private static int _asked;

    public static async Task<(string Kind, JsonNode Answer)> Of(JsonNode request, HttpResponseHeaders headers)
    {
        switch ((string?)request["do"])
        {
            case "throw":
            case "throw-large":
            case "throw-in-2" when Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION") == "2":
                return ("error", new JsonObject { ["errorType"] = "OutOfStock", ["errorMessage"] = "none left" });
            case "err-in-10" when IsIn(request) && Interlocked.Increment(ref _asked) % 10 == 0:
                return ("error", new JsonObject { ["errorType"] = "OutOfStock", ["errorMessage"] = "none left" });
            case "be-slow" when IsIn(request):
                await Task.Delay(600);
                break;
            case "exit":
                await Console.Error.WriteLineAsync("cannot go on");
                Environment.Exit(3);
                break;
            case "hang":
                await Task.Delay(Timeout.Infinite);
                break;
            case "child":
                return ("response", new JsonObject { ["child"] = Called(Process.Start("sleep", "600").Id), ["process"] = Called(Environment.ProcessId) });
            case "say":
                await SayAsync((string)request["text"]!, (int?)request["times"] ?? 1);
                break;
            case "say-later":
                _ = SayOnceThereIsAsync((string)request["text"]!, (string)request["for"]!);
                break;
            case "ignore-stop":
                Kept.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true));
                break;
            case "note-stop":
                Kept.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => File.WriteAllText((string)request["file"]!, "")));
                break;
            case "reply":
                return ("response", request["reply"]!.DeepClone());
            case "write":
                return ("response", Written((string)request["file"]!, (string)request["text"]!));
            case "wait":
                return ("response", await WaitAsync((string)request["folder"]!, (string)request["for"]!));
            case "wait-and-throw":
                return ("error", await WaitAsync((string)request["folder"]!, (string)request["for"]!));
        }

        return ("response", Description(request, headers));
    }

    /// <summary>Whether this is the version in which it is asked for.</summary>
    private static bool IsIn(JsonNode request) => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION") == (string?)request["in"];

    /// <summary>To both outputs, whose last lines have no end.</summary>
    private static async Task SayAsync(string text, int times)
    {
        for (var line = 1; line < times; line++)
        {
            await Console.Out.WriteLineAsync(text);
            await Console.Error.WriteLineAsync(text);
        }

        await Console.Out.WriteAsync(text);
        await Console.Error.WriteAsync(text);
    }

    /// <summary>Of what goes on after the answer.</summary>
    private static async Task SayOnceThereIsAsync(string text, string file)
    {
        await Appearance.OfAsync(file);
        await Console.Out.WriteLineAsync(text);
        await File.WriteAllTextAsync(file + ".said", "");
    }

    /// <summary>What it says of a file that it has tried to write.</summary>
    private static JsonObject Written(string file, string text)
    {
        var before = File.Exists(file) ? File.ReadAllText(file) : null;
        try
        {
            File.WriteAllText(file, text);
            return new JsonObject { ["before"] = before };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new JsonObject { ["before"] = before, ["refused"] = e.Message };
        }
    }

    /// <summary>Says that it is at work by a file, and answers once another file is there.</summary>
    private static async Task<JsonNode> WaitAsync(string folder, string release)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, $"{Guid.NewGuid()}.at-work"), "");
        await Appearance.OfAsync(release);
        return new JsonObject { ["process"] = Called(Environment.ProcessId) };
    }

    /// <summary>An id says which process it is only together with the mark, because functions may each have a namespace of ids.</summary>
    private static string Called(int id) => $"{Environment.GetEnvironmentVariable("SLUICE_MARK")}/{id}";

    private static JsonObject Description(JsonNode request, HttpResponseHeaders headers) => new()
    {
        ["request"] = request.DeepClone(),
        ["process"] = Called(Environment.ProcessId),
        ["arn"] = headers.GetValues("Lambda-Runtime-Invoked-Function-Arn").First(),
        ["clientContext"] = headers.TryGetValues("Lambda-Runtime-Client-Context", out var context) ? context.First() : null,
        ["trace"] = headers.GetValues("Lambda-Runtime-Trace-Id").First(),
        ["deadline"] = headers.GetValues("Lambda-Runtime-Deadline-Ms").First(),
        ["environment"] = new JsonObject(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(pair => KeyValuePair.Create((string)pair.Key, (JsonNode?)(string?)pair.Value))),
    };
}
