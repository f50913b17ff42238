using Microsoft.Extensions.DependencyInjection;

namespace Sluice.Platform.Tests;

public sealed class UseCaseRegistrationTests
{
    public sealed class Part;

    public sealed class Whole
    {
        internal Whole(Part part, string? name = null) => (this.Part, Name) = (part, name);

        public Part Part { get; }

        public string? Name { get; }
    }

    public sealed class Refusing
    {
        internal Refusing() => throw new InvalidOperationException("not here");
    }

    [Fact]
    public void A_use_case_is_made_once_of_what_is_registered_by_a_constructor_that_is_the_services_own()
    {
        using var services = new ServiceCollection().AddSingleton<Part>().AddUseCase<Whole>().BuildServiceProvider();
        var whole = services.GetRequiredService<Whole>();
        whole.Part.ShouldBeSameAs(services.GetRequiredService<Part>());
        whole.Name.ShouldBeNull();
        services.GetRequiredService<Whole>().ShouldBeSameAs(whole);
    }

    [Fact]
    public void What_is_missing_or_refuses_is_said_as_it_is()
    {
        using var services = new ServiceCollection().AddUseCase<Whole>().AddUseCase<Refusing>().BuildServiceProvider();
        Should.Throw<InvalidOperationException>(services.GetRequiredService<Whole>).Message.ShouldContain(nameof(Part));
        Should.Throw<InvalidOperationException>(services.GetRequiredService<Refusing>).Message.ShouldBe("not here");
    }
}
