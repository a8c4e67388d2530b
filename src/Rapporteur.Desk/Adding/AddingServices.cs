using Microsoft.Extensions.DependencyInjection;

namespace Rapporteur.Desk.Adding;

/// <summary>What adding is done by: the desk itself, or workers behind a queue.</summary>
internal static class AddingServices
{
    public static void AddAdding(this IServiceCollection services, DeskOptions options)
    {
        services.AddSingleton<Readers>().AddSingleton<Addresses>().AddSingleton<AddJobs>().AddSingleton<DeskQueue>();
        if (options.Queue is null) services.AddSingleton<IIntake, Intake>();
        else services.AddSingleton<IIntake, QueuedIntake>();
    }
}
