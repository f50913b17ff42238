using System.Collections;
using Microsoft.Extensions.Hosting;
using Sluice.PackageServer;
using Sluice.Platform.Configuration;

var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
try
{
    await using var web = PackageWeb.Build(ServerSettings.Read(variables));
    await web.StartAsync();
    Console.WriteLine($"Listening on {string.Join(' ', web.Urls)}");
    await web.WaitForShutdownAsync();
    return 0;
}
catch (InvalidConfigurationException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
