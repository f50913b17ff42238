using System.Collections;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

// A service whose environment says how it is to behave: RELEASE is what it answers, TEST_HEALTH the status of its health check, TEST_EXIT an exit at the start,
// TEST_DEAF makes it ignore SIGTERM.
if (Environment.GetEnvironmentVariable("TEST_EXIT") is { } exit)
{
    await Console.Error.WriteLineAsync("there is no database");
    return int.Parse(exit);
}

using var deaf = Environment.GetEnvironmentVariable("TEST_DEAF") is null ? null : PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
var health = int.Parse(Environment.GetEnvironmentVariable("TEST_HEALTH") ?? "200");
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}");
await using var service = builder.Build();
service.MapGet("/health", () => Results.StatusCode(health));
service.MapGet("/environment", () => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
// Only together with the mark does an id say which process it is, because tasks may each have a namespace of ids.
service.MapGet("/process", () => $"{Environment.GetEnvironmentVariable("SLUICE_MARK")}/{Environment.ProcessId}");
service.MapGet("/fail", () => Results.StatusCode(StatusCodes.Status500InternalServerError));
service.MapGet("/", () => Environment.GetEnvironmentVariable("RELEASE"));
if (Environment.GetEnvironmentVariable("TEST_DEAF") is null)
{
    await service.RunAsync();
    return 0;
}

await service.StartAsync();
await Task.Delay(Timeout.Infinite);
return 0;
