using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Hosting;

// The genuine generator asks for it.
[assembly: LambdaSerializer(typeof(LambdaJsonSerializer))]

namespace Sluice.Hosting.Tests;

[LambdaStartup]
public sealed class SampleStartup
{
    public void ConfigureServices(IServiceCollection services) => services.AddSingleton<Greeter>();
}
