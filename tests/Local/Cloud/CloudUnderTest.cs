using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Tasks;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Access.Files;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Tests.Cloud;

/// <summary>The stand-ins on a folder of their own, which can be started again as after a kill.</summary>
internal sealed class CloudUnderTest : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-cloud-").FullName;
    private readonly FileObjectStore _objects;
    private readonly SqliteTable _table;
    private readonly List<CloudServices> _services = [];
    private readonly Dictionary<string, TaskProgram> _programs = new(StringComparer.Ordinal);
    private Action<TaskOutput>? _onLine;

    public CloudUnderTest()
    {
        _objects = new FileObjectStore(Path.Combine(_folder, "objects"));
        _table = SqliteTable.Open(Path.Combine(_folder, "table.db"), TimeProvider.System);
        Suite = Substitute.For<ISuiteFunctions>();
        Environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
        Environment["GITHUB_TOKEN"] = "secret-of-the-host";
    }

    public ISuiteFunctions Suite { get; }

    public Dictionary<string, string> Environment { get; }

    public RecordingEvents Events { get; } = new();

    public string Folder => _folder;

    /// <summary>A folder that functions see too: their <c>/tmp</c> is not the machine's, where also this checkout may be.</summary>
    public string Meeting => Directory.CreateDirectory(Path.Combine("/var/tmp", Path.GetFileName(_folder))).FullName;

    public string DataFolder => Path.Combine(_folder, "data");

    // Generous: many tests start processes at the same time. And who ends a test waits for nothing.
    public PoolLimits Pools { get; set; } = new() { Initialisation = TimeSpan.FromSeconds(60), Queue = TimeSpan.FromSeconds(60), Drain = TimeSpan.Zero };

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public CloudServices Services => _services[^1];

    /// <summary>Registers a shell script as a task definition.</summary>
    public void Define(string name, string script, Action<TaskOutput>? onLine = null, StandbyProtocol? standby = null, Func<IReadOnlyDictionary<string, string>>? late = null)
    {
        _programs[name] = new TaskProgram("/bin/sh", ["-c", script], new Dictionary<string, string> { ["HOME_OF_TEST"] = "here" }, ["PATH"])
        {
            Standby = standby, Late = late ?? (() => new Dictionary<string, string> { ["MODE"] = "now" }),
        };
        _onLine = onLine;
    }

    /// <summary>One that is started and has the function <c>shop</c>.</summary>
    public static async Task<CloudUnderTest> WithFunctionAsync()
    {
        var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        return cloud;
    }

    /// <summary>Starts on what is on disk; what ran before goes on as if it was forgotten.</summary>
    public async Task<CloudServices> StartAsync()
    {
        var options = new CloudOptions(DataFolder, Environment) { Pools = Pools, SuiteUrl = () => "http://127.0.0.1:9", Programs = _programs, TaskOutput = _onLine };
        var services = new CloudServices(options, _objects, Suite, Events, _table, new KeyFileSecretBox(Path.Combine(_folder, "secret.key")), Time, new RandomIds(), NullLogger<CloudServices>.Instance);
        _services.Add(services);
        Events.Rules = services.Store;
        await services.StartAsync();
        return services;
    }

    public async Task<JsonNode> CallAsync(string operation, object parameters, ServicePattern pattern = ServicePattern.RequestResponse)
    {
        var resource = operation.StartsWith("arn:", StringComparison.Ordinal) ? operation : $"arn:aws:states:::aws-sdk:{operation}";
        var call = new TaskCall(resource, pattern, JsonSerializer.SerializeToNode(parameters), "arn:execution", "State");
        return (await Services.CallAsync(call, TestContext.Current.CancellationToken))!;
    }

    public Task<JsonNode> LambdaAsync(string operation, object parameters) => CallAsync($"lambda:{operation}", parameters);

    public async Task<string> RefusalAsync(string operation, object parameters) => (await RefusedAsync(operation, parameters)).Error;

    /// <summary>The error's name and what it says.</summary>
    public async Task<(string Error, string Cause)> RefusedAsync(string operation, object parameters)
    {
        var refused = await Should.ThrowAsync<TaskFailedException>(() => CallAsync(operation, parameters));
        return (refused.Error, refused.Cause);
    }

    /// <summary>Stores a package and gives its Code.</summary>
    public async Task<JsonObject> StoreAsync(byte[] zip, string key = "package.zip")
    {
        using var content = new MemoryStream(zip);
        await _objects.PutAsync(new ObjectRef("artifacts", key), content);
        return new JsonObject { ["S3Bucket"] = "artifacts", ["S3Key"] = key };
    }

    /// <summary>A function with the test function's code. <paramref name="mark"/> makes packages differ.</summary>
    public async Task CreateAsync(string name = "shop", string mark = "", object? variables = null, int timeout = 15) =>
        await LambdaAsync("createFunction", new
        {
            FunctionName = name,
            Runtime = "dotnet10",
            Handler = "Sluice.TestFunction",
            Role = "arn:aws:iam::000000000000:role/shop",
            Code = await StoreAsync(TestPackages.Dotnet(mark), $"{name}-{mark}.zip"),
            Timeout = timeout,
            Environment = new { Variables = variables ?? new { } },
        });

    /// <summary>Publishes what <c>$LATEST</c> is and waits until it is no longer Pending.</summary>
    public async Task<JsonNode> PublishAsync(string name = "shop")
    {
        var version = (string)(await LambdaAsync("publishVersion", new { FunctionName = name }))["Version"]!;
        while (true)
        {
            var configuration = await LambdaAsync("getFunctionConfiguration", new { FunctionName = name, Qualifier = version });
            if ((string?)configuration["State"] != "Pending")
            {
                return configuration;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    public async Task UpdateCodeAsync(string mark, string name = "shop")
    {
        var code = await StoreAsync(TestPackages.Dotnet(mark), $"{name}-{mark}.zip");
        await LambdaAsync("updateFunctionCode", new { FunctionName = name, S3Bucket = (string?)code["S3Bucket"], S3Key = (string?)code["S3Key"] });
    }

    public async Task<(InvocationResult Result, JsonNode Payload)> InvokeAsync(object payload, string name = "shop", string? qualifier = null)
    {
        var result = await Services.Functions.InvokeAsync(new InvocationRequest(name, qualifier, JsonSerializer.SerializeToUtf8Bytes(payload)));
        return (result, JsonNode.Parse(result.Payload)!);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services)
        {
            await services.DisposeAsync();
        }

        _table.Dispose();
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(Meeting, recursive: true);
    }
}
