using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Sluice.Platform;

/// <summary>The one way to register what a service offers.</summary>
public static class UseCaseRegistration
{
    /// <summary>
    /// Registers a class by its one constructor, also if that is internal: a use case is public, since hosts call it, but what it is made of is its service's own. A parameter with a default may be missing.
    /// </summary>
    public static IServiceCollection AddUseCase<T>(this IServiceCollection services)
        where T : class => services.AddSingleton(typeof(T), provider => Make(typeof(T), provider));

    private static object Make(Type useCase, IServiceProvider provider)
    {
        var constructor = useCase.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single();
        return constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [.. constructor.GetParameters().Select(parameter => Find(provider, parameter))], null);
    }

    private static object? Find(IServiceProvider provider, ParameterInfo parameter) =>
        parameter.HasDefaultValue ? provider.GetService(parameter.ParameterType) ?? parameter.DefaultValue : provider.GetRequiredService(parameter.ParameterType);
}
