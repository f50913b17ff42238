using System.Collections;
using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;

namespace Sluice.BuildFunction;

/// <summary>The function's services, once a cold start.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Called by the generated or built-in Main.</summary>
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton(new FunctionBuild(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal)));
}
