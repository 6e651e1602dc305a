using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StreamingApp.V1;
using StreamingApp.V2;

namespace StreamingApp;

/// <summary>Shows a code, waits for the viewer to type it in on the second screen, then starts the stream.</summary>
public sealed class ActivationScreen(
    RegistrationClient registration,
    EntitlementClient entitlements,
    SessionClient sessions,
    ILogger<ActivationScreen> log) : BackgroundService
{
    private const string Channel = "DEMOCHANNEL";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var code = await registration.CreateAsync(stoppingToken);
        log.LogInformation("Open example.com/activate and enter {Code}", code.Code);

        if (!await WaitForLoginAsync(DateTimeOffset.FromUnixTimeMilliseconds(code.Expires), stoppingToken))
        {
            log.LogWarning("Nobody entered {Code} in time", code.Code);
            return;
        }

        if (await entitlements.AuthorizeAsync(Channel, stoppingToken) is { } authorization)
        {
            var media = await entitlements.GetMediaTokenAsync(Channel, stoppingToken);
            log.LogInformation("{Mvpd} lets {Resource} play: {Ready}", authorization.Mvpd, Channel, media is not null);
        }
    }

    /// <summary>The same by the second version of the API: the code of the session is polled for a profile.</summary>
    public async Task<string?> PlayAsync(string mvpd, CancellationToken cancellationToken)
    {
        var session = await sessions.CreateSessionAsync(mvpd, cancellationToken);
        while (session.Code is not null)
        {
            var profiles = await sessions.GetProfilesAsync(session.Code, cancellationToken);
            if (profiles.ContainsKey(mvpd))
            {
                break;
            }

            await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
        }

        return await sessions.AuthorizeAsync(mvpd, Channel, cancellationToken);
    }

    private async Task<bool> WaitForLoginAsync(DateTimeOffset expires, CancellationToken cancellationToken)
    {
        while (DateTimeOffset.UtcNow < expires)
        {
            if (await entitlements.IsAuthenticatedAsync(cancellationToken))
            {
                return true;
            }

            await Task.Delay(500, cancellationToken);
        }

        return false;
    }
}
